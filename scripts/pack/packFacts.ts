import type { PackInfo } from '../../src/core/packs/types.ts';
import { bytesOf, opened } from '../check/packs.ts';
import { plain } from '../check/table.ts';

/** Speakers named in the list; a pack of parliaments has thousands. */
const SPEAKERS = 12;

/** What a pack says of itself, and as lines for a person. @throws BadInput when it can't be opened. */
export async function packFacts(file: string): Promise<{ readonly info: PackInfo; readonly lines: readonly string[] }> {
  const { info } = await opened(file, file);
  const { coverage } = info;
  const number = (count: number): string => count.toLocaleString('en');
  const rows: [string, string | undefined][] = [
    ['Name', info.name],
    ['Id', info.id],
    ['Version', info.version],
    ['Description', info.description],
    ['Licence', info.licence],
    ['Attribution', info.attribution],
    ['Address', info.url],
    ['Sources', number(coverage.sources)],
    ['Turns', number(coverage.turns)],
    ['Words', number(coverage.words)],
    ['Languages', coverage.languages.join(', ')],
    ['Dates', coverage.from === null ? undefined : `${coverage.from} to ${coverage.to}`],
    [
      'Speakers',
      `${coverage.speakers.slice(0, SPEAKERS).join(', ')}${coverage.speakers.length > SPEAKERS ? `, and ${number(coverage.speakers.length - SPEAKERS)} more` : ''}`,
    ],
    ['Size', `${number((await bytesOf(file)).size)} bytes`],
    ['Checksum', info.checksum],
  ];
  const lines = rows.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name.padEnd(12)} ${plain(value)}`],
  );
  return { info, lines };
}
