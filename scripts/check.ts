// Checks articles or quotations from the command line; `npm run -s check -- --help` says how.
import { parseArgs } from 'node:util';
import { matchQuotations, searchedIn } from '../src/core/matching/index.ts';
import type { Finding, Query } from '../src/core/matching/types.ts';
import type { Pack } from '../src/core/packs/index.ts';
import { BadInput, runCommand } from './badInput.ts';
import { findingLine, quotationLine, readArticle, type ReadArticle } from './check/article.ts';
import { articlesIn, quotesIn, writeLine, type QuoteLine } from './check/inputs.ts';
import { openPacks } from './check/packs.ts';
import { articleTable, findingLines, plain, searchedLine } from './check/table.ts';

const USAGE = `Usage: npm run -s check -- [options] FILE|-…
       npm run -s check -- [options] --quotes FILE.jsonl|-

Finds the quotations of articles and compares them with sources.
FILE is a page (.html), a text (.txt, a line is a paragraph) or JSON lines {id, text|html, lang?, date?}.

  --quotes FILE   look up the lines {id, quote, speaker?, date?} of a file
  --json          print one line of JSON for each input
  --find-only     find quotations and speakers only; look nothing up
  --pack FILE     search this pack too; may be given several times
  --no-bundled    leave out the packs that ship with Verbatim`;

/** Quotations looked up in one call: enough to spread what a call costs, few enough to print as we go. */
const BATCH = 256;

interface Options {
  readonly json: boolean;
  readonly findOnly: boolean;
  /** Opened when the first quotation is looked up: what is wrong with the input is told before. */
  readonly packs: () => Promise<readonly Pack[]>;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'find-only': { type: 'boolean' },
        quotes: { type: 'string', multiple: true },
        pack: { type: 'string', multiple: true },
        'no-bundled': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new BadInput(`${(error as Error).message.split('\n')[0]}\n${USAGE}`);
  }
}

async function checkQuotes(path: string, { json, packs }: Options): Promise<void> {
  const print = async (batch: readonly QuoteLine[]): Promise<void> => {
    // Ids of the file need not be unique; the matcher's must be.
    const found = byId(
      await matchQuotations(
        batch.map((line, index) => ({ ...line, id: String(index) })),
        await packs(),
      ),
    );
    for (const [index, { id, quote }] of batch.entries()) {
      const finding = found.get(String(index))!;
      if (json) await writeLine(JSON.stringify({ id, ...findingLine(finding) }));
      else
        for (const line of [`${plain(id)}: ${finding.verdict}: “${plain(quote)}”`, ...findingLines(finding)])
          await writeLine(line);
    }
  };
  let batch: QuoteLine[] = [];
  for await (const line of quotesIn(path)) {
    if (batch.push(line) < BATCH) continue;
    await print(batch);
    batch = [];
  }
  await print(batch);
}

async function checkArticles(path: string, options: Options): Promise<void> {
  let articles: ReadArticle[] = [];
  let waiting = 0;
  const print = async (): Promise<void> => {
    const queries = articles.flatMap(({ quotations }) => quotations.map(({ query }) => query));
    const found = options.findOnly ? new Map<string, Finding>() : byId(await lookedUp(queries, await options.packs()));
    for (const article of articles) {
      if (options.json) await writeLine(JSON.stringify(articleLine(article, found, options.findOnly)));
      else for (const line of articleTable(article, found, options.findOnly)) await writeLine(line);
    }
    articles = [];
    waiting = 0;
  };
  let number = 0;
  for await (const article of articlesIn(path)) {
    // The number keeps the queries of articles with one id apart.
    const read = readArticle({ ...article, id: `${number++}` }, !options.findOnly);
    articles.push({ ...read, id: article.id });
    waiting += 1 + read.quotations.length;
    if (waiting >= BATCH) await print();
  }
  await print();
}

const lookedUp = (queries: readonly (Query | null)[], packs: readonly Pack[]): Promise<Finding[]> =>
  matchQuotations(
    queries.filter((query) => query !== null),
    packs,
  );

function articleLine(article: ReadArticle, found: ReadonlyMap<string, Finding>, findOnly: boolean): object {
  return {
    id: article.id,
    ...(article.fromPage ? { text: article.text } : {}),
    quotations: article.quotations.map((each) =>
      quotationLine(each, findOnly ? null : each.query === null ? undefined : found.get(each.query.id)),
    ),
  };
}

const byId = (findings: readonly Finding[]): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [finding.id, finding]));

await runCommand(async () => {
  const { values, positionals } = readArguments();
  if (values.help === true) {
    console.log(USAGE);
    return;
  }
  const quotes = values.quotes ?? [];
  if (quotes.length + positionals.length === 0) throw new BadInput(USAGE);
  const findOnly = values['find-only'] === true;
  if (findOnly && quotes.length > 0) throw new BadInput('--find-only is for articles; --quotes are quotations already');
  let opening: Promise<readonly Pack[]> | null = null;
  const packs = (): Promise<readonly Pack[]> =>
    (opening ??= openPacks(values.pack ?? [], values['no-bundled'] !== true));
  const options: Options = { json: values.json === true, findOnly, packs };
  for (const path of quotes) await checkQuotes(path, options);
  for (const path of positionals) await checkArticles(path, options);
  if (!options.json && !findOnly) await writeLine(searchedLine(searchedIn(await packs())));
});
