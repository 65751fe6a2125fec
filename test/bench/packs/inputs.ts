import { appendFileSync, createReadStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { sotuDocuments } from '../../../scripts/corpus/sotu.ts';
import { ROOT } from '../../../scripts/root.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';

/** Real transcripts beside the checkout, 13 million words; optional. */
const TRANSCRIPTS = join(ROOT, '../shared/data/corpora/whitehouse-2021-2026.jsonl.gz');
const FOLDER = join(ROOT, 'test/bench/.cache/packs');

/** What is made into one pack. */
export interface Input {
  readonly title: string;
  readonly files: readonly string[];
  /** Most seconds that the command line may take, where a goal is set. */
  readonly goal: number | null;
}

/** Every State of the Union address, one file of JSON lines. */
export async function addresses(): Promise<Input> {
  const file = join(FOLDER, 'addresses.jsonl');
  if (!existsSync(file)) write(file, (await sotuDocuments()).map((document) => JSON.stringify(document)).join('\n'));
  return { title: 'State of the Union, 2 M words', files: [file], goal: 2 };
}

/** The transcripts as they were fetched; null where they are absent. */
export function transcripts(): Input | null {
  return existsSync(TRANSCRIPTS) ? { title: 'White House, 13 M words', files: [TRANSCRIPTS], goal: 15 } : null;
}

const SMALL_FILES = 1000;

/** The addresses cut into a thousand text files, each about a page's worth. */
export async function smallFiles(): Promise<Input> {
  const folder = join(FOLDER, 'small');
  if (!existsSync(folder) || readdirSync(folder).length !== SMALL_FILES) {
    rmSync(folder, { recursive: true, force: true });
    const words = (await sotuDocuments()).flatMap(({ text = '' }) => text.split(' '));
    const each = Math.ceil(words.length / SMALL_FILES);
    for (let n = 0; n < SMALL_FILES; n++) {
      const name = `address ${String(n + 1).padStart(4, '0')}.txt`;
      write(join(folder, name), words.slice(n * each, (n + 1) * each).join(' '));
    }
  }
  const files = readdirSync(folder).map((name) => join(folder, name));
  return { title: '1,000 text files, 2 M words', files, goal: null };
}

/** Bytes of the large import, and of each of its files. */
const LARGE = 500e6;
const LARGE_FILE = 100e6;

/** The transcripts again and again, each time under other ids, in five files; null where they are absent. */
export async function largeFiles(): Promise<Input | null> {
  if (!existsSync(TRANSCRIPTS)) return null;
  const folder = join(FOLDER, 'large');
  if (!existsSync(join(folder, 'complete'))) {
    rmSync(folder, { recursive: true, force: true });
    await writeLarge(folder);
    write(join(folder, 'complete'), '');
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return { title: '500 MB in five files', files: files.map((name) => join(folder, name)), goal: null };
}

async function writeLarge(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  let written = 0;
  for (let round = 1; written < LARGE; round++) {
    for await (const line of createInterface({ input: createReadStream(TRANSCRIPTS).pipe(createGunzip()) })) {
      if (written >= LARGE) return;
      const document = JSON.parse(line) as PackDocument;
      const text = `${JSON.stringify({ ...document, id: `${document.id} ${round}` })}\n`;
      appendFileSync(join(folder, `part ${Math.floor(written / LARGE_FILE) + 1}.jsonl`), text);
      written += Buffer.byteLength(text);
    }
  }
}

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}
