import { buildPack, memoryBytes, openPack, preparePack } from '../../core/packs/index.ts';
import type { PackDocument } from '../../core/packs/document.ts';
import { checksum, collect, type ImportedFile } from '../../core/packs/importers/index.ts';
import { addOwnPack, ownPackNotes } from '../../platform/ownPacks.ts';
import { clearStaging, openStaging, stagedFiles, stagingKey, type StagedFile } from '../../platform/staging.ts';
import type { Choices, FromWorker, ToWorker } from './messages.ts';
import { previewsOf } from './previews.ts';

/** Reads files and builds packs beside the page, so that the page never waits. Cancelling is ending the worker. */

/** The files of the last preview that are not in a pack already. */
let chosen: ImportedFile[] = [];

/** Files that the page handed over and that no preview has read yet. */
let given: File[] = [];

/** Contents of kept files that need not be read back, by their staging keys. */
const inHand = new Map<string, Uint8Array>();

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
    case 'files':
      given.push(...task.files);
      return;
    case 'preview':
      return preview(task.choices);
    case 'build':
      return build(task);
    case 'add':
      return add(task.file, task.taken);
  }
}

async function preview(choices: Choices): Promise<void> {
  const files = given;
  given = [];
  if (files.length > 0) await keep(files);
  const known = new Map((await ownPackNotes()).flatMap((note) => note.files.map((file) => [file.checksum, note.name])));
  const staged = await stagedFiles();
  const twins = staged.filter((file) => known.has(file.checksum));
  for (const twin of twins) inHand.delete(stagingKey(twin));
  chosen = await contentsOf(staged.filter((file) => !known.has(file.checksum)));
  const collected = await collect(chosen, choices);
  const previews = previewsOf(collected, chosen, (done) => progress('read', done, chosen.length));
  const already = twins.map(({ name, checksum: sum }) => ({
    ...NOTHING,
    name,
    error: `Already in the pack “${known.get(sum)}”.`,
  }));
  const documents = previews.reduce((sum, file) => sum + file.documents, 0);
  tell({ verbatim: 1, kind: 'previewed', files: [...previews, ...already], documents });
}

/** Kept files as they are read, in memory already or from where they are kept; one that is damaged there is left out. */
async function contentsOf(staged: readonly StagedFile[]): Promise<ImportedFile[]> {
  for (const [index, file] of staged.entries()) {
    const key = stagingKey(file);
    if (!inHand.has(key)) {
      const bytes = new Uint8Array(await file.content.arrayBuffer());
      if (checksum(bytes) === file.checksum) inHand.set(key, bytes);
    }
    progress('read', index + 1, staged.length);
  }
  return staged.flatMap((file) => {
    const bytes = inHand.get(stagingKey(file));
    return bytes === undefined ? [] : [{ name: file.name, bytes }];
  });
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
  const area = await openStaging();
  try {
    for (const [index, file] of files.entries()) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const sum = checksum(bytes);
      const key = stagingKey({ name: file.name, checksum: sum });
      if (!inHand.has(key)) {
        area.keep(file.name, sum, bytes);
        inHand.set(key, bytes);
      }
      progress('keep', index + 1, files.length);
    }
  } finally {
    area.close();
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
  inHand.clear();
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

let last: { step: Step | null; at: number } = { step: null, at: 0 };

/** Every step's beginning and end, and between them at most twenty times a second, so that the page has nothing to wait for. */
function progress(step: Step, done: number, total: number): void {
  const now = performance.now();
  if (step === last.step && now - last.at < 50 && done !== total) return;
  last = { step, at: now };
  tell({ verbatim: 1, kind: 'progress', step, done, total });
}

function tell(message: FromWorker): void {
  postMessage(message);
}
