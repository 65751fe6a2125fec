import { buildPack, memoryBytes, openPack, preparePack } from '../../core/packs/index.ts';
import type { PackDocument } from '../../core/packs/document.ts';
import { checksum, collect, type ImportedFile } from '../../core/packs/importers/index.ts';
import { addOwnPack, ownPackNotes } from '../../platform/ownPacks.ts';
import { clearStaging, stageFile, stagedFiles } from '../../platform/staging.ts';
import type { Choices, FromWorker, ToWorker } from './messages.ts';
import { previewsOf } from './previews.ts';

/** Reads files and builds packs beside the page, so that the page never waits. Cancelling is ending the worker. */

/** The files of the last preview that are not in a pack already. */
let chosen: ImportedFile[] = [];

type Step = Extract<FromWorker, { kind: 'progress' }>['step'];

/** Tasks are done in the order in which they come. */
let before = Promise.resolve();

addEventListener('message', (event: MessageEvent<ToWorker>) => {
  before = before.then(() => carryOut(event.data)).catch(tellFailure);
});

function tellFailure(error: unknown): void {
  const name = error instanceof Error ? error.name : '';
  const text = error instanceof Error ? error.message : String(error);
  tell({ verbatim: 1, kind: 'failed', why: name === 'QuotaExceededError' ? 'no-room' : 'other', error: text });
}

async function carryOut(task: ToWorker): Promise<void> {
  switch (task.kind) {
    case 'preview':
      return preview(task.files, task.choices);
    case 'build':
      return build(task);
    case 'add':
      return add(task.file, task.taken);
  }
}

async function preview(files: readonly File[] | null, choices: Choices): Promise<void> {
  if (files !== null) await keep(files);
  const staged = await stagedFiles();
  const known = new Map((await ownPackNotes()).flatMap((note) => note.files.map((file) => [file.checksum, note.name])));
  const read: ImportedFile[] = [];
  const twins: { name: string; pack: string }[] = [];
  for (const [index, { name, file }] of staged.entries()) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const pack = known.get(checksum(bytes));
    if (pack === undefined) read.push({ name, bytes });
    else twins.push({ name, pack });
    progress('read', index + 1, staged.length);
  }
  chosen = read;
  const collected = await collect(chosen, choices);
  const previews = previewsOf(collected, chosen, (done) => progress('read', done, chosen.length));
  const already = twins.map(({ name, pack }) => ({ ...NOTHING, name, error: `Already in the pack “${pack}”.` }));
  const documents = previews.reduce((sum, file) => sum + file.documents, 0);
  tell({ verbatim: 1, kind: 'previewed', files: [...previews, ...already], documents });
}

const NOTHING = {
  format: null,
  documents: 0,
  turns: 0,
  notes: [],
  skipped: [],
  skippedCount: 0,
  title: null,
  from: null,
  to: null,
  speakers: [],
  first: [],
  table: null,
};

async function keep(files: readonly File[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    await stageFile(file.name, new Uint8Array(await file.arrayBuffer()));
    progress('keep', index + 1, files.length);
  }
}

async function build({ meta, choices }: Extract<ToWorker, { kind: 'build' }>): Promise<void> {
  const collected = await collect(chosen, choices);
  let documents = 0;
  const counted = function* (): Generator<PackDocument> {
    for (const { document, file } of collected.entries()) {
      documents++;
      progress('build', collected.files.indexOf(file), collected.files.length);
      yield document;
    }
  };
  const shipped = buildPack(counted(), meta);
  if (documents === 0) {
    tell({ verbatim: 1, kind: 'failed', why: 'nothing', error: '' });
    return;
  }
  const files = collected.files
    .filter((file) => file.documents > 0)
    .map(({ name, checksum: sum }) => ({ name, checksum: sum }));
  await store(shipped, files);
  chosen = [];
  await clearStaging();
}

async function add(file: File, taken: readonly string[]): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openPack(memoryBytes(bytes));
  if (!opened.ok) tell({ verbatim: 1, kind: 'failed', why: 'other', error: opened.error });
  else if (taken.includes(opened.value.info.id))
    tell({ verbatim: 1, kind: 'failed', why: 'taken', error: opened.value.info.name });
  else await store(bytes, []);
}

async function store(shipped: Uint8Array, files: readonly { name: string; checksum: string }[]): Promise<void> {
  progress('store', 0, 1);
  const prepared = preparePack(shipped);
  const opened = await openPack(memoryBytes(prepared));
  if (!opened.ok) throw new Error(opened.error);
  const { id, name, coverage } = opened.value.info;
  const key = checksum(shipped);
  await addOwnPack({ key, id, name, files }, shipped, prepared);
  tell({ verbatim: 1, kind: 'added', key, name, sources: coverage.sources, words: coverage.words });
}

let last = 0;

/** At most twenty times a second, so that the page has nothing to wait for. */
function progress(step: Step, done: number, total: number): void {
  const now = performance.now();
  if (now - last < 50 && done !== total) return;
  last = now;
  tell({ verbatim: 1, kind: 'progress', step, done, total });
}

function tell(message: FromWorker): void {
  postMessage(message);
}
