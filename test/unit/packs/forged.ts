import { checksum, uint32View } from '../../../src/core/packs/bytes.ts';
import { SECTIONS, type SectionName } from '../../../src/core/packs/format.ts';

const HEADER_BYTES = 40;
const ENTRY_BYTES = 20;

/** Changes a pack's directory in place, and gives it the checksum that fits it. */
function reseal(file: Uint8Array, change: (head: Uint32Array) => void): Uint8Array {
  const sections = uint32View(file.slice(0, HEADER_BYTES))[5];
  const bytes = file.slice(0, HEADER_BYTES + sections * ENTRY_BYTES);
  const head = uint32View(bytes);
  change(head);
  head[8] = 0;
  head[8] = checksum(bytes);
  file.set(bytes);
  return file;
}

/** The same pack as if it had been prepared by other rules. */
export const withRules = (file: Uint8Array, rules: number): Uint8Array =>
  reseal(file.slice(), (head) => (head[3] = rules));

/** The same pack with bytes of a section changed by somebody who knows how the checksums are made. */
export function forged(file: Uint8Array, name: SectionName, change: (bytes: Uint8Array) => void): Uint8Array {
  const copy = file.slice();
  return reseal(copy, (head) => {
    for (let at = HEADER_BYTES / 4; at < head.length; at += ENTRY_BYTES / 4) {
      if (head[at] !== SECTIONS[name]) continue;
      const bytes = copy.slice(head[at + 2], head[at + 2] + head[at + 3]);
      change(bytes);
      copy.set(bytes, head[at + 2]);
      head[at + 4] = checksum(bytes);
    }
  });
}
