import { readFileSync, writeFileSync } from 'node:fs';

/** What a command took of the machine: the most memory at once, in bytes, and processor time, in seconds. */
export interface Taken {
  readonly peak: number;
  readonly processor: number;
}

/** Imported before a command: on its end, writes what it took to the file that TAKEN_FILE names. */
process.on('exit', () => {
  const file = process.env['TAKEN_FILE'];
  const { user, system } = process.cpuUsage();
  const taken: Taken = { peak: peakKilobytes() * 1024, processor: (user + system) / 1e6 };
  if (file !== undefined) writeFileSync(file, JSON.stringify(taken));
});

/** On Linux the process's own mark: the one of `getrusage` begins at what the parent held when it forked. */
function peakKilobytes(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))![1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
