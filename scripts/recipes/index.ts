import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { DocumentSchema, type PackDocument } from '../../src/core/packs/document.ts';
import { buildPack } from '../../src/core/packs/index.ts';
import { hansard } from './hansard.ts';
import { kremlin } from './kremlin.ts';
import { millerCenter } from './millerCenter.ts';
import { parlaMint } from './parlaMint.ts';
import { quotebank } from './quotebank.ts';
import type { CollectionFile, Recipe } from './types.ts';
import { unGeneralDebate } from './unGeneralDebate.ts';
import { whiteHouse } from './whiteHouse.ts';
import { wikiquote } from './wikiquote.ts';

/** Every recipe, by the name given on the command line: the id of its pack. */
export const RECIPES: readonly Recipe[] = [
  whiteHouse,
  millerCenter,
  kremlin,
  wikiquote,
  quotebank,
  unGeneralDebate,
  parlaMint,
  hansard,
];

const USAGE = 'Usage: npm run pack -- recipe NAME [--from FOLDER] [--out FILE]';

/**
 * `pack recipe`: lists the recipes; `pack recipe NAME`: says what it is and how to download it;
 * `pack recipe NAME --from FOLDER [--out FILE]`: builds the pack from the downloaded folder.
 * @returns the exit code; everything is said on the console.
 */
export async function runRecipe(name: string | undefined, args: readonly string[]): Promise<number> {
  const recipe = RECIPES.find(({ meta }) => meta.id === name);
  if (recipe === undefined) {
    if (name !== undefined) console.error(`There is no recipe "${name}".`);
    console.log(
      [USAGE, '', ...RECIPES.map(({ meta }) => `  ${meta.id.padEnd(22)} ${meta.name} (${meta.licence})`)].join('\n'),
    );
    return name === undefined ? 0 : 1;
  }
  const from = valueOf(args, '--from');
  if (from === undefined) {
    console.log(instructions(recipe));
    return 0;
  }
  const out = valueOf(args, '--out') ?? `${recipe.meta.id}.vpack`;
  try {
    const documents = await recipeDocuments(recipe, await collectionFiles(from));
    if (documents.length === 0) {
      console.error(`Nothing to read in ${from}: is it the folder that the recipe's commands made?`);
      return 1;
    }
    await writeFile(out, buildPack(documents, recipe.meta));
    console.log(`${out}: ${documents.length} sources`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** All documents of a collection; those that are not documents of a pack, and repeated ids, are left out. */
export async function recipeDocuments(recipe: Recipe, files: readonly CollectionFile[]): Promise<PackDocument[]> {
  const documents = new Map<string, PackDocument>();
  for await (const document of recipe.read(files)) {
    if (v.is(DocumentSchema, document) && !documents.has(document.id)) documents.set(document.id, document);
  }
  return [...documents.values()];
}

/** The files of a folder and the folders in it, in the order of their paths. */
async function collectionFiles(folder: string): Promise<CollectionFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('/.git'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: path.slice(folder.length).replaceAll('\\', '/').replace(/^\//u, ''),
      text: () => readFile(path, 'utf8'),
      lines: () => createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity }),
    }));
}

function instructions({ meta, origin, fetch, note }: Recipe): string {
  return [
    `${meta.name}`,
    ...(meta.description === undefined ? [] : [meta.description]),
    `Origin:  ${origin}`,
    ...(meta.licence === undefined ? [] : [`Licence: ${meta.licence}`]),
    ...(note === undefined ? [] : [`Note:    ${note}`]),
    '',
    'On a computer with a connection:',
    ...fetch.map((command) => `  ${command}`),
    `  npm run pack -- recipe ${meta.id} --from FOLDER --out ${meta.id}.vpack`,
  ].join('\n');
}

function valueOf(args: readonly string[], option: string): string | undefined {
  const at = args.indexOf(option);
  return at === -1 ? undefined : args[at + 1];
}
