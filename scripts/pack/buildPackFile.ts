import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { PackMetaSchema, type PackDocument, type PackMeta } from '../../src/core/packs/document.ts';
import { collect, type Format, type ImportOptions, type Skipped } from '../../src/core/packs/importers/index.ts';
import { buildPack } from '../../src/core/packs/index.ts';
import { BadInput } from '../badInput.ts';
import { filesUnder } from '../bundledPacks.ts';

/** Lines about what was left out, beyond which only their number is told. */
const TOLD = 10;

export interface PackOrder {
  /** Files, or folders all files of which are read. */
  readonly inputs: readonly string[];
  readonly out: string;
  readonly format: Format | null;
  readonly meta: PackMeta;
  readonly options: ImportOptions;
}

/**
 * Builds a pack and writes it, whole or not at all. Answers lines for the person: what went in, what was left out and why.
 * @throws BadInput naming the file, when one can't be read or no document is left.
 */
export async function buildPackFile({ inputs, out, format, meta, options }: PackOrder): Promise<string[]> {
  const checked = v.safeParse(PackMetaSchema, meta);
  if (!checked.success)
    throw new BadInput(`--${v.getDotPath(checked.issues[0]) ?? 'name'}: ${checked.issues[0].message}`);
  const collected = await collect(
    inputs
      .flatMap(filesOf)
      .map((file) => ({ name: basename(file), bytes: readFileSync(file), ...(format === null ? {} : { format }) })),
    options,
  );
  const refused = collected.files.find(
    ({ error, format: known }) => error !== null && known === null && !isTwin(error),
  );
  if (refused !== undefined) throw new BadInput(`${refused.name}: ${refused.error}`);
  const bytes = built(collected.documents(), checked.output);
  const { files } = collected;
  const documents = files.reduce((sum, file) => sum + file.documents, 0);
  const skipped = files.flatMap((file) => [
    ...(file.error === null ? [] : [{ file: file.name, where: 'all of it', why: file.error }]),
    ...file.skipped.map((part) => ({ ...part, file: file.name })),
  ]);
  if (documents === 0) throw new BadInput(['No document was found.', ...skippedLines(skipped)].join('\n'));
  const draft = `${out}.${process.pid}`;
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, out);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new BadInput(`${out}: could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  const notes = files.flatMap(({ name, notes: said }) => said.map((note) => `${name}: ${note}`));
  return [...notes, ...skippedLines(skipped), `${out}: ${documents} documents, ${bytes.length} bytes`];
}

/** A file that is the same as another one named is no mistake of the person's. */
const isTwin = (error: string): boolean => error.startsWith('The same as ');

/** The packer's own refusals (two documents with one id, and the like) are the person's to mend. */
function built(documents: Iterable<PackDocument>, meta: PackMeta): Uint8Array {
  try {
    return buildPack(documents, meta);
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

function filesOf(input: string): string[] {
  if (statSync(input, { throwIfNoEntry: false }) === undefined) throw new BadInput(`${input}: no such file`);
  return filesUnder(input);
}

function skippedLines(skipped: readonly (Skipped & { file: string })[]): string[] {
  const lines = skipped.slice(0, TOLD).map(({ file, where, why }) => `${file}: ${where}: ${why}; left out`);
  return skipped.length > TOLD ? [...lines, `… and ${skipped.length - TOLD} more left out`] : lines;
}
