import type { PackDocument } from '../../core/packs/document.ts';
import {
  decodeText,
  readTable,
  type Collected,
  type CollectedFile,
  type ImportedFile,
} from '../../core/packs/importers/index.ts';
import type { FilePreview } from './messages.ts';

const SHOWN_SKIPPED = 20;
const SHOWN_TURNS = 4;
const SHOWN_LETTERS = 280;

interface Tally {
  turns: number;
  title: string | null;
  from: string | null;
  to: string | null;
  readonly speakers: Map<string, number>;
  readonly first: { speaker: string | null; text: string }[];
}

/** What each file holds. Reads every document once; `onFile` is called with the number of files begun. */
export function previewsOf(
  collected: Collected,
  files: readonly ImportedFile[],
  onFile: (done: number) => void,
): FilePreview[] {
  const tallies = new Map<CollectedFile, Tally>();
  for (const { document, file } of collected.entries()) {
    let tally = tallies.get(file);
    if (!tally) {
      tally = { turns: 0, title: document.title, from: null, to: null, speakers: new Map(), first: [] };
      tallies.set(file, tally);
      onFile(collected.files.indexOf(file) + 1);
    }
    count(document, tally);
  }
  const tables = new Map(files.map((file) => [file.name, file]));
  return collected.files.map((file) => {
    const tally = tallies.get(file);
    return {
      name: file.name,
      format: file.format,
      error: file.error,
      documents: file.documents,
      turns: tally?.turns ?? 0,
      notes: file.notes,
      skipped: file.skipped.slice(0, SHOWN_SKIPPED),
      skippedCount: file.skipped.length,
      title: tally?.title ?? null,
      from: tally?.from ?? null,
      to: tally?.to ?? null,
      speakers: [...(tally?.speakers ?? [])]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 8)
        .map(([name]) => name),
      first: tally?.first ?? [],
      table: file.format === 'csv' ? tableOf(tables.get(file.name)) : null,
    };
  });
}

function count(document: PackDocument, tally: Tally): void {
  const { date } = document;
  if (date !== undefined) {
    if (tally.from === null || date < tally.from) tally.from = date;
    if (tally.to === null || date > tally.to) tally.to = date;
  }
  for (const turn of document.turns ?? [{ text: document.text ?? document.statement?.renderings[0]?.text ?? '' }]) {
    tally.turns++;
    const speaker = ('speaker' in turn ? turn.speaker : undefined) ?? document.speaker ?? null;
    if (speaker !== null) tally.speakers.set(speaker, (tally.speakers.get(speaker) ?? 0) + 1);
    if (tally.first.length < SHOWN_TURNS) {
      const text = turn.text.length > SHOWN_LETTERS ? `${turn.text.slice(0, SHOWN_LETTERS)}…` : turn.text;
      tally.first.push({ speaker, text });
    }
  }
}

function tableOf(file: ImportedFile | undefined): FilePreview['table'] {
  if (!file) return null;
  const { headings, mapping } = readTable(decodeText(file.bytes.subarray(0, 64 * 1024)).text);
  return { headings, mapping };
}
