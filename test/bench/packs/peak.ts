import { readFileSync, writeFileSync } from 'node:fs';

/** Imported before a command: on its end, writes the most memory it held at once, in kilobytes, to the file that PEAK_FILE names. */
process.on('exit', () => writeFileSync(process.env['PEAK_FILE']!, String(peakKilobytes())));

/** On Linux the process's own mark: the one of `getrusage` begins at what the parent held when it forked. */
function peakKilobytes(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))![1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
