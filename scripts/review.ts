/**
 * `npm run review -- ID…` prints entries of assets/corpus as cards for a person to read; a part of an id is enough.
 * Without an id it counts the entries by file and by how they were checked.
 */
import { card, type Reviewed } from './corpus/card.ts';
import { reviewedEntries } from './corpus/statements.ts';

const asked = process.argv.slice(2);
const entries = await reviewedEntries();
if (asked.length === 0) {
  console.log(tally(entries));
} else {
  for (const part of asked) {
    const found = entries.filter(({ document }) => document.id.includes(part));
    if (found.length === 0) {
      console.error(`No entry of assets/corpus has "${part}" in its id.`);
      process.exitCode = 1;
    }
    for (const entry of found) console.log(`${card(entry)}\n`);
  }
}

function tally(all: readonly Reviewed[]): string {
  const counts = new Map<string, number>();
  for (const { located } of all) {
    const key = `${located.file.padEnd(36)} ${located.entry.checked.how}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const lines = [...counts].map(([key, count]) => `${String(count).padStart(5)}  ${key}`);
  return [...lines, `${String(all.length).padStart(5)}  entries. npm run review -- ID prints one as a card.`].join(
    '\n',
  );
}
