import { readdir, readFile } from 'node:fs/promises';
import * as v from 'valibot';

/** Where the curated facts lie, as JSON that a person can review. */
export const CORPUS_FOLDER = new URL('../../assets/corpus/', import.meta.url);

/** An entry with the file it came from, so that every complaint can name both. */
export interface Located<T> {
  readonly file: string;
  readonly entry: T;
}

/**
 * Checks a file's entries against a schema.
 * @throws Error whose message names file, entry and field of every problem, one a line.
 */
export function checkedEntries<S extends v.GenericSchema>(
  file: string,
  content: string,
  schema: S,
): Located<v.InferOutput<S>>[] {
  let list: unknown;
  try {
    list = JSON.parse(content);
  } catch (error) {
    throw new Error(`${file}: not JSON (${error instanceof Error ? error.message : String(error)})`, { cause: error });
  }
  if (!Array.isArray(list)) throw new Error(`${file}: must be a list of entries`);
  const problems: string[] = [];
  const entries: Located<v.InferOutput<S>>[] = [];
  list.forEach((item: unknown, index) => {
    const parsed = v.safeParse(schema, item);
    if (parsed.success) {
      entries.push({ file, entry: parsed.output });
      return;
    }
    for (const issue of parsed.issues) {
      const field = v.getDotPath(issue) ?? '(entry)';
      problems.push(`${file}: entry ${entryName(item, index)}: ${field}: ${issue.message}`);
    }
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return entries;
}

/** All entries of a folder's JSON files, in the order of file names; ids must be unique in the folder. */
export async function readEntries<S extends v.GenericSchema<unknown, { readonly id: string }>>(
  folder: URL,
  schema: S,
): Promise<Located<v.InferOutput<S>>[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const entries: Located<v.InferOutput<S>>[] = [];
  for (const name of names) {
    entries.push(...checkedEntries(name, await readFile(new URL(name, folder), 'utf8'), schema));
  }
  refuseDuplicates(entries);
  return entries;
}

function refuseDuplicates(entries: readonly Located<{ readonly id: string }>[]): void {
  const first = new Map<string, string>();
  for (const { file, entry } of entries) {
    const earlier = first.get(entry.id);
    if (earlier !== undefined) throw new Error(`${file}: entry ${entry.id}: id: already used in ${earlier}`);
    first.set(entry.id, file);
  }
}

function entryName(item: unknown, index: number): string {
  if (typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string') return item.id;
  return `number ${index + 1}`;
}
