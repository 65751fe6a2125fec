// Makes packs and shows what is in them; `npm run -s pack -- --help` says how.
import { parseArgs } from 'node:util';
import { SOURCE_CLASSES, type SourceClass } from '../src/core/packs/document.ts';
import { FORMATS, packIdOf, type Format } from '../src/core/packs/importers/index.ts';
import { BadInput, runCommand } from './badInput.ts';
import { buildPackFile } from './pack/buildPackFile.ts';
import { packFacts } from './pack/packFacts.ts';
import { runRecipe } from './recipes/index.ts';

const USAGE = `Usage: npm run -s pack -- build INPUT… --out FILE --name NAME [options]
       npm run -s pack -- info [--json] FILE
       npm run -s pack -- recipe [NAME [--from FOLDER] [--out FILE]]

build makes one pack of all inputs (JSON lines, transcripts, subtitles, pages, …).
  --out FILE          where to write it (.vpack)
  --name NAME         what readers see
  --format F          ${FORMATS.join(', ')}; told from the file when left out
  --id ID             unique among a reader's packs; made from the name when left out
  --pack-version V    "1" when left out
  --description TEXT  --licence TEXT  --attribution TEXT  --url ADDRESS   about the pack
  --lang TAG  --class CLASS  --speaker NAME  --date DAY                   for documents that say nothing themselves
  --column FIELD=HEADING                                                  which column of a table holds what`;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string', short: 'o' },
        name: { type: 'string' },
        format: { type: 'string' },
        id: { type: 'string' },
        'pack-version': { type: 'string' },
        description: { type: 'string' },
        licence: { type: 'string' },
        attribution: { type: 'string' },
        url: { type: 'string' },
        lang: { type: 'string' },
        class: { type: 'string' },
        speaker: { type: 'string' },
        date: { type: 'string' },
        column: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new BadInput(`${(error as Error).message.split('\n')[0]}\n${USAGE}`);
  }
}

type Values = ReturnType<typeof readArguments>['values'];

/** The given values without the absent ones. */
const given = <T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: string };

function oneOf<T extends string>(what: string, values: readonly T[], value: string | undefined): T | undefined {
  if (value === undefined) return undefined;
  const found = values.find((each) => each === value);
  if (found === undefined) throw new BadInput(`--${what} ${value}: must be one of ${values.join(', ')}`);
  return found;
}

function columnsOf(values: readonly string[] | undefined): Record<string, string> {
  return Object.fromEntries(
    (values ?? []).map((value) => {
      const at = value.indexOf('=');
      if (at < 1) throw new BadInput(`--column ${value}: must be FIELD=HEADING`);
      return [value.slice(0, at), value.slice(at + 1)];
    }),
  );
}

async function build(inputs: readonly string[], values: Values): Promise<void> {
  const { out, name } = values;
  if (inputs.length === 0) throw new BadInput(`No input was named.\n${USAGE}`);
  if (out === undefined || name === undefined) throw new BadInput('build needs --out FILE and --name NAME');
  const format = oneOf<Format>('format', FORMATS, values.format);
  const sourceClass = oneOf<SourceClass>('class', SOURCE_CLASSES, values.class);
  const built = await buildPackFile({
    inputs,
    out,
    format: format ?? null,
    meta: {
      name,
      id: values.id ?? packIdOf(name),
      version: values['pack-version'] ?? '1',
      ...given({
        description: values.description,
        licence: values.licence,
        attribution: values.attribution,
        url: values.url,
      }),
    },
    options: {
      columns: columnsOf(values.column),
      defaults: {
        ...given({ lang: values.lang, licence: values.licence, speaker: values.speaker, date: values.date }),
        ...(sourceClass === undefined ? {} : { class: sourceClass }),
      },
    },
  });
  for (const line of built) console.error(line);
}

await runCommand(async () => {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'recipe') {
    process.exitCode = await runRecipe(rest[0], rest.slice(1));
    return;
  }
  const { values, positionals } = readArguments();
  const [command, ...files] = positionals;
  if (values.help === true) console.log(USAGE);
  else if (command === 'build') await build(files, values);
  else if (command === 'info' && files.length === 1) {
    const facts = await packFacts(files[0]);
    if (values.json === true) console.log(JSON.stringify(facts.info));
    else for (const line of facts.lines) console.log(line);
  } else throw new BadInput(USAGE);
});
