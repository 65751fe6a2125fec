import type { Result } from '../../result.ts';
import type { ImportedFile, Item, Reading } from './types.ts';
import { zipEntries } from './zipEntries.ts';

const NOT_CONTENT = /(?:^|\/)(?:__MACOSX\/|\.[^/]|Thumbs\.db$|desktop\.ini$)/u;

/**
 * The files of a ZIP, each read as its own format, in the order of their names (so that the same files packed by two programs give one pack).
 * Entries are unpacked while they are read; only the ones that need waiting (`isSlow`) are read at once.
 */
export async function zipReader(
  bytes: Uint8Array,
  open: (file: ImportedFile) => Promise<Result<Reading>>,
  openNow: (file: ImportedFile) => Result<Reading> | null,
): Promise<() => Iterable<Item>> {
  const entries = zipEntries(bytes)
    .filter(({ name }) => !NOT_CONTENT.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const slow = new Map<string, Result<Reading>>();
  for (const entry of entries) {
    if (!/\.(?:pdf|zip)$/iu.test(entry.name)) continue;
    try {
      slow.set(entry.name, await open({ name: entry.name, bytes: entry.unpack() }));
    } catch {
      // The reason is given when the entry's turn comes.
    }
  }
  return function* () {
    for (const entry of entries) {
      try {
        const file = { name: entry.name, bytes: slow.has(entry.name) ? new Uint8Array() : entry.unpack() };
        const opened = slow.get(entry.name) ?? openNow(file);
        if (opened === null) yield { kind: 'skipped', where: entry.name, why: 'a PDF needs the ending .pdf here' };
        else if (!opened.ok) yield { kind: 'skipped', where: entry.name, why: opened.error };
        else yield* inside(entry.name, opened.value.items());
      } catch (error) {
        yield { kind: 'skipped', where: entry.name, why: error instanceof Error ? error.message : 'damaged' };
      }
    }
  };
}

function* inside(name: string, items: Iterable<Item>): Generator<Item> {
  for (const item of items) {
    yield item.kind === 'skipped' && item.where !== name ? { ...item, where: `${name}, ${item.where}` } : item;
  }
}
