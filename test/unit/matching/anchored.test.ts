import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  Aligner,
  BOTH_FIXED,
  BOTH_FREE,
  END_FIXED,
  LEFT_OUT,
  SAME,
  START_FIXED,
  type Step,
} from '../../../src/core/matching/align.ts';
import { anchorsNear, stepsThrough } from '../../../src/core/matching/anchored.ts';
import { OtherForms } from '../../../src/core/matching/forms.ts';
import { lexiconOf } from '../../../src/core/matching/lexicon.ts';
import { readQuotation } from '../../../src/core/matching/query.ts';
import { Voting } from '../../../src/core/matching/voting.ts';
import type { Shard } from '../../../src/core/packs/shard.ts';
import { shardOf } from './shardOf.ts';

const SPEECH =
  'my friends the bridge over the estuary was closed in the spring because the piers were cracked and nobody had looked at ' +
  'them for eleven years the council was told so in writing and it filed the letter under correspondence the bridge will ' +
  'open again in october with two lanes and with a path for those who walk and the piers will be looked at every spring';
const WORDS = SPEECH.split(' ');

let shard: Shard;
beforeAll(async () => {
  shard = await shardOf(SPEECH);
});

const aligner = new Aligner();
const idsOf = (words: readonly string[]): Uint16Array => Uint16Array.from(words, (word) => shard.idOfWord(word));
const formsOf = (words: readonly string[]): OtherForms =>
  new OtherForms(shard, readQuotation({ id: '', quote: words.join(' ') }), idsOf(words), lexiconOf('en'));

/** Every quoted word once and in order, the text's words in order, and the same words where they are called the same. */
function expectWhole(steps: readonly Step[], ids: Uint16Array): void {
  let [q, s] = [0, steps[0].s0];
  for (const step of steps) {
    expect([step.q0, step.s0]).toEqual([q, s]);
    if (step.kind === SAME) expect(ids[step.q0]).toBe(shard.words[step.s0]);
    [q, s] = [step.q1, step.s1];
  }
  expect(q).toBe(ids.length);
}

/** Words to quote, and the edits made to them: word put in, left out, replaced. */
const edited = fc
  .tuple(
    fc.integer({ min: 0, max: WORDS.length - 24 }),
    fc.array(fc.tuple(fc.nat(23), fc.constantFrom('in', 'out', 'other')), { maxLength: 3 }),
  )
  .map(([from, edits]) => {
    const words = WORDS.slice(from, from + 24);
    for (const [place, how] of edits) {
      const at = Math.min(place, words.length - 1);
      if (how === 'in') words.splice(at, 0, 'lighthouse');
      else if (how === 'out') words.splice(at, 1);
      else words[at] = 'harbour';
    }
    return { from, words };
  });

describe('an alignment through the stretches that stand word for word', () => {
  it('uses every quoted word once and in order, and costs little more than one that looks everywhere', () => {
    fc.assert(
      fc.property(edited, ({ from, words }) => {
        const ids = idsOf(words);
        const voting = new Voting();
        const [best] = voting.longest(shard, ids, 0, ids.length, 1);
        const anchors = anchorsNear(shard, ids, 0, voting.stretches, best.exact, 9, 1, shard.length - 1);
        const args = [9, 1, shard.length - 1, formsOf(words)] as const;
        const steps = stepsThrough(anchors, aligner, shard, ids, 0, ids.length, ...args);
        expectWhole(steps, ids);
        const same = (all: readonly Step[]): number => all.filter(({ kind }) => kind === SAME).length;
        const everywhere = aligner.align(
          ids,
          0,
          ids.length,
          shard.words,
          Math.max(1, from - 8),
          shard.length - 1,
          formsOf(words),
        );
        expect(same(steps)).toBeGreaterThanOrEqual(same(everywhere.steps) - 1);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a word replaced', 'the piers were broken and nobody had looked at them', 'broken', 'cracked'],
    ['a word put in', 'it filed the important letter under correspondence', 'important', ''],
    [
      'words left out',
      'because the piers were cracked for eleven years the council was told',
      '',
      'and nobody had looked at them',
    ],
    ['a word left out before the last', 'those who walk and the piers will be looked at spring', '', 'every'],
    ['a word left out behind the first', 'told in writing and it filed the letter', '', 'so'],
  ])('%s: only that is no word of both', (_, quote, quoted, said) => {
    const words = quote.split(' ');
    const ids = idsOf(words);
    const voting = new Voting();
    const [best] = voting.longest(shard, ids, 0, ids.length, 1);
    const anchors = anchorsNear(shard, ids, 0, voting.stretches, best.exact, 9, 1, shard.length - 1);
    const steps = stepsThrough(anchors, aligner, shard, ids, 0, ids.length, 9, 1, shard.length - 1, formsOf(words));
    const changed = steps.filter(({ kind }) => kind !== SAME);
    const saidWords = changed.flatMap(({ s0, s1 }) => [...shard.words.subarray(s0, s1)].map((id) => shard.word(id)));
    expect([changed.flatMap(({ q0, q1 }) => words.slice(q0, q1)).join(' '), saidWords.join(' ')]).toEqual([
      quoted,
      said,
    ]);
  });
});

describe('a phrase that is said twice', () => {
  const said =
    'we ask it of the council for the sake of ferrymen and wives we ask it of the council because nobody else can answer because nobody knows';

  it.each([
    ['the first time', 'we ask it of the council as there sake of ferrymen and wives', [1, 9]],
    ['the second time', 'and wives ask it of the council then because nobody else can', [15, 20]],
  ])('is taken where what follows it stands behind it: %s', async (_, quote, places) => {
    const twice = await shardOf(said);
    const ids = Uint16Array.from(quote.split(' '), (word) => twice.idOfWord(word));
    const voting = new Voting();
    const [best] = voting.longest(twice, ids, 0, ids.length, 1);
    const anchors = anchorsNear(twice, ids, 0, voting.stretches, best.exact, 15, 1, twice.length - 1);
    expect(anchors.map(({ s }) => s)).toEqual(places);
  });
});

describe('the ends of a region', () => {
  const ids = (): Uint16Array => idsOf(['council', 'was', 'told']);
  const at = WORDS.indexOf('council') + 1;
  it.each([
    ['both free', BOTH_FREE, [at, at + 3], 0],
    ['start fixed', START_FIXED, [at - 4, at + 3], 1],
    ['end fixed', END_FIXED, [at, at + 8], 1],
    ['both fixed', BOTH_FIXED, [at - 4, at + 8], 2],
  ])('%s', (_, ends, [start, end], gaps) => {
    const words = ['council', 'was', 'told'];
    const found = aligner.align(ids(), 0, 3, shard.words, at - 4, at + 8, formsOf(words), ends);
    expect([found.steps[0].s0, found.steps[found.steps.length - 1].s1]).toEqual([start, end]);
    expect(found.steps.filter(({ kind }) => kind === LEFT_OUT)).toHaveLength(gaps);
  });
});
