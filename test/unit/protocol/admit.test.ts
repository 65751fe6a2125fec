import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, BATCH, type Tier } from '../../../src/protocol/admit.ts';
import { CONTENT_CALLS, FIND_UNITS, type BackgroundCall } from '../../../src/protocol/contract.ts';

/** A well-formed argument for every call there is: a new call does not compile until it stands here. */
const GOOD: Readonly<Record<BackgroundCall, unknown>> = {
  hello: undefined,
  find: { blocks: [{ text: 'He said “no”.', role: 'paragraph' }], lang: 'en', byline: null },
  check: [
    { id: '1', quote: 'we shall never surrender', speaker: null, names: ['A B'], date: '2020-01-01', lang: 'en' },
  ],
  badge: { state: 'ready', found: 3, checked: 2, matched: 1 },
  openSource: { pack: 'sotu', source: 'x', turn: 0, start: 0, end: 10 },
  hidden: { texts: ['we shall never surrender'] },
  setHidden: { text: 'we shall never surrender', hidden: true },
  hiddenCount: undefined,
  showHidden: undefined,
  siteState: { tabId: 3, url: 'https://example.com/' },
  setSite: { pattern: 'example.com', mode: 'on' },
  setDefaultMode: 'off',
  pendChoice: { origins: ['*://*.example.com/*'], pattern: 'example.com', mode: 'on', tabId: 3 },
  checkOnce: { tabId: 3 },
  packs: undefined,
  setPack: { id: 'kjv', on: true },
  packsChanged: undefined,
  findPhrase: { phrase: 'fear itself' },
  sourceText: { pack: 'sotu', source: 'x' },
  sources: undefined,
};
const CALLS = Object.keys(GOOD) as BackgroundCall[];
const page = { kind: 'page' as Tier };
const content = { kind: 'content' as Tier };

describe('who may make which call', () => {
  it.each(CALLS)('an extension page may call %s', (call) => {
    expect(admit(call, GOOD[call], page)).toMatchObject({ ok: true });
  });

  it.each(CALLS.map((call) => [call, (CONTENT_CALLS as readonly string[]).includes(call)] as const))(
    'a script in a web page calling %s: allowed is %s',
    (call, allowed) => {
      const answer = admit(call, GOOD[call], content);
      expect(answer.ok).toBe(allowed);
      if (!answer.ok) expect(answer.error).toBe('Only the extension’s own pages may make this call.');
    },
  );

  it('a script in a web page may change no setting, see no list and add no pack', () => {
    expect([...CONTENT_CALLS].sort()).toEqual(['badge', 'check', 'find', 'hello', 'hidden', 'openSource', 'setHidden']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'Check', 'check '])(
    'there is no call %j',
    (call) => {
      expect(admit(call, undefined, page)).toEqual({ ok: false, error: 'There is no such call.' });
    },
  );
});

describe('what a call may carry', () => {
  const long = (units: number): string => 'x'.repeat(units);
  it.each<[what: string, call: BackgroundCall, arg: unknown]>([
    [
      'more quotations than a batch',
      'check',
      Array.from({ length: BATCH + 1 }, (_, id) => ({ id: `${id}`, quote: 'q' })),
    ],
    ['a quotation of a megabyte', 'check', [{ id: '1', quote: long(1_000_000) }]],
    ['many long quotations', 'check', Array.from({ length: BATCH }, (_, id) => ({ id: `${id}`, quote: long(39_000) }))],
    ['a quotation that is no text', 'check', [{ id: '1', quote: { toString: 'x' } }]],
    ['no list', 'check', { length: 1, 0: { id: '1', quote: 'q' } }],
    ['a name of a page', 'check', [{ id: '1', quote: 'q', speaker: long(2_000) }]],
    ['too many names', 'check', [{ id: '1', quote: 'q', names: Array(30).fill('A B') }]],
    [
      'too much text to find in',
      'find',
      {
        blocks: [
          { text: long(FIND_UNITS), role: 'item' },
          { text: 'x', role: 'item' },
        ],
        lang: null,
        byline: null,
      },
    ],
    ['a role there is not', 'find', { blocks: [{ text: 'x', role: 'script' }], lang: null, byline: null }],
    ['counts below zero', 'badge', { state: 'ready', found: -1, checked: 0, matched: 0 }],
    ['counts that are no numbers', 'badge', { state: 'ready', found: NaN, checked: 0, matched: 0 }],
    ['a place that is none', 'openSource', { pack: 'a', source: 'b', turn: 0.5, start: 0, end: 1 }],
    ['a mode there is not', 'setSite', { pattern: 'example.com', mode: 'maybe' }],
    ['a pattern without end', 'setSite', { pattern: long(600), mode: 'on' }],
    ['no origins', 'pendChoice', { origins: [], pattern: null, mode: 'on', tabId: null }],
    ['a tab below zero', 'checkOnce', { tabId: -1 }],
    ['something where nothing is asked', 'packs', { all: true }],
  ])('%s is refused in one sentence', (_what, call, arg) => {
    const answer = admit(call, arg, page);
    expect(answer).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^The call "\w+" was refused: .+/u) as string,
    });
    if (!answer.ok) expect(answer.error.length).toBeLessThan(300);
  });

  it('one block longer than a part goes through: it can’t be cut', () => {
    expect(
      admit('find', { blocks: [{ text: long(FIND_UNITS + 1), role: 'item' }], lang: null, byline: null }, content).ok,
    ).toBe(true);
  });

  it('only the fields a call knows get past the gate', () => {
    const arg = JSON.parse(
      '{"pack":"a","source":"b","turn":0,"start":0,"end":1,"__proto__":{"x":1},"evil":true}',
    ) as object;
    const answer = admit('openSource', arg, content);
    expect(answer).toEqual({ ok: true, value: { pack: 'a', source: 'b', turn: 0, start: 0, end: 1 } });
    expect(Object.getPrototypeOf((answer as { value: object }).value)).toBe(Object.prototype);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CALLS),
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, maxDepth: 4 }),
        (call, arg) => {
          const answer = admit(call, arg, content);
          expect(typeof answer.ok).toBe('boolean');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
