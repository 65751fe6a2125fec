import * as v from 'valibot';
import { fail, ok, type Result } from '../core/result.ts';
import { CONTENT_CALLS, FIND_UNITS, HIDDEN_BATCH, HIDDEN_UNITS, type BackgroundCall } from './contract.ts';

/** Where a call comes from: the extension's own page, or its script in a web page. Anybody else is refused before this gate. */
export type Tier = 'page' | 'content';

/** Most quotations in one `check`. */
export const BATCH = 64;
/** UTF-16 units of one quotation. A page's whole speech has about 20,000. */
const QUOTE = 40_000;
/** Units of all quotations of a batch together. */
const BATCH_UNITS = 400_000;
/** Units of a name, an id, a language tag. */
const NAME = 1_000;
const ADDRESS = 16_384;
const PATTERN = 512;
/** Blocks of one `find`, and units of one block that is longer than a part may be: the reader of pages stops at 5 MB. */
const BLOCKS = 50_000;
const LONGEST_BLOCK = 6_000_000;

const name = v.pipe(v.string(), v.maxLength(NAME));
const hideable = v.pipe(v.string(), v.maxLength(HIDDEN_UNITS));
const maybeName = v.nullish(name);
const quote = v.pipe(v.string(), v.maxLength(QUOTE));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const mode = v.picklist(['on', 'ask', 'off']);
const pattern = v.pipe(v.string(), v.minLength(1), v.maxLength(PATTERN));
const nothing = v.null();

const query = v.object({
  id: name,
  quote,
  pieces: v.optional(v.pipe(v.array(quote), v.maxLength(200))),
  speaker: maybeName,
  names: v.optional(v.pipe(v.array(name), v.maxLength(20))),
  date: maybeName,
  lang: maybeName,
});

const block = v.object({
  text: v.pipe(v.string(), v.maxLength(LONGEST_BLOCK)),
  role: v.picklist([
    'paragraph',
    'heading',
    'item',
    'blockquote',
    'pullquote',
    'caption',
    'cell',
    'byline',
    'code',
    'comment',
  ]),
  lang: v.optional(name),
  spans: v.optional(
    v.pipe(
      v.array(v.object({ start: offset, end: offset, tag: v.picklist(['q', 'cite', 'em', 'strong', 'code', 'a']) })),
      v.maxLength(BLOCKS),
    ),
  ),
});

const unitsOf = (texts: readonly string[]): number => texts.reduce((units, text) => units + text.length, 0);

/** What each call may carry. A call without an entry here does not exist. `v.object` copies the fields it knows and no others. */
const ARGUMENTS = {
  hello: nothing,
  find: v.object({
    blocks: v.pipe(
      v.array(block),
      v.maxLength(BLOCKS),
      v.check(
        (blocks) => blocks.length === 1 || unitsOf(blocks.map(({ text }) => text)) <= FIND_UNITS,
        'too much text',
      ),
    ),
    lang: v.nullable(name),
    byline: v.nullable(name),
  }),
  check: v.pipe(
    v.array(query),
    v.maxLength(BATCH),
    v.check(
      (batch) => unitsOf(batch.flatMap(({ quote, pieces = [] }) => [quote, ...pieces])) <= 2 * BATCH_UNITS,
      'too much text',
    ),
  ),
  badge: v.object({
    state: v.picklist(['working', 'ready', 'asking', 'off']),
    found: count,
    checked: count,
    matched: count,
  }),
  openSource: v.object({ pack: name, source: name, turn: offset, start: offset, end: offset }),
  hidden: v.object({ texts: v.pipe(v.array(hideable), v.maxLength(HIDDEN_BATCH)) }),
  setHidden: v.object({ text: hideable, hidden: v.boolean() }),
  hiddenCount: nothing,
  showHidden: nothing,
  siteState: v.object({ tabId, url: v.nullable(v.pipe(v.string(), v.maxLength(ADDRESS))) }),
  setSite: v.object({ pattern, mode: v.nullable(mode) }),
  setDefaultMode: mode,
  pendChoice: v.object({
    origins: v.pipe(v.array(pattern), v.minLength(1), v.maxLength(1_000)),
    pattern: v.nullable(pattern),
    mode,
    tabId: v.nullable(tabId),
  }),
  checkOnce: v.object({ tabId }),
  packs: nothing,
  setPack: v.object({ id: name, on: v.boolean() }),
  packsChanged: nothing,
  findPhrase: v.object({ phrase: quote }),
  sourceText: v.object({ pack: name, source: name }),
  sources: nothing,
} satisfies Readonly<Record<BackgroundCall, v.GenericSchema>>;

const CONTENT: ReadonlySet<string> = new Set(CONTENT_CALLS);

/**
 * The gate before the background: which caller may make which call, with what. A content script shares its process with a page
 * that may be hostile, so it may make only the calls of CONTENT_CALLS. Answers the argument as its schema reads it, or one sentence.
 */
export function admit(call: string, arg: unknown, caller: { readonly kind: Tier }): Result<unknown> {
  if (!Object.hasOwn(ARGUMENTS, call)) return fail('There is no such call.');
  if (caller.kind !== 'page' && !CONTENT.has(call)) return fail('Only the extension’s own pages may make this call.');
  const read = v.safeParse(ARGUMENTS[call as BackgroundCall], arg ?? null, { abortEarly: true });
  if (read.success) return ok(read.output);
  const [issue] = read.issues;
  return fail(`The call "${call}" was refused: ${v.getDotPath(issue) ?? 'argument'}: ${issue.message.slice(0, 200)}`);
}
