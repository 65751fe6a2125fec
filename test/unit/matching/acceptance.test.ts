import { beforeAll, describe, expect, it } from 'vitest';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { Finding, Query, Verdict } from '../../../src/core/matching/types.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { buildPack, memoryBytes, openPack, type Pack } from '../../../src/core/packs/index.ts';

const SPEECH = `It will make a special report on the fishing industry. Democrats and Republicans used to agree on this. All our boats are out of the harbour today.
We hope the time is near at hand when we can act. Growers have been materially assisted by this action. The financial crisis in Norport is a case in point.
Schools are reporting progress in math and reading skills. War markets are not the markets of peacetime. We want to go home.`;

const COMMON =
  'the of and to in a that is it we for our be this have on are with as not will by from all an has they their but at or was you can which who more so do if one new must';
const ENDINGS = 'er ing ed ation able ment ness ful ism ist'.split(' ');
const STEMS =
  'harb farm build trad work cult protect plant paint govern settl report order form act serv direct commun regul mov';

/** A text of so many sentences from which the rarity of words is known: common words, with rarer ones between. */
function background(sentences: number): string {
  const common = COMMON.split(' ');
  const rare = STEMS.split(' ').flatMap((stem) => ENDINGS.map((ending) => stem + ending));
  let state = 7;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = (): string =>
    next(3) > 0 ? common[Math.min(next(common.length), next(common.length))] : rare[next(rare.length)];
  return Array.from({ length: sentences }, () => `${Array.from({ length: 12 }, word).join(' ')}.`).join(' ');
}

let pack: Pack;
beforeAll(async () => {
  const document = (id: string, speaker: string, text: string): PackDocument => {
    return { id, title: id, speaker, date: '2019-05-04', lang: 'en', class: 'official transcript', text };
  };
  const documents = [document('speech', 'Ada Marsh', SPEECH), document('other', 'Ben Holt', background(5_000))];
  const opened = await openPack(memoryBytes(buildPack(documents, { id: 't', name: 'T', version: '1' })));
  if (!opened.ok) throw new Error(opened.error);
  pack = opened.value;
});
const find = async (query: Omit<Query, 'id'>): Promise<Finding> =>
  (await matchQuotations([{ id: 'q', ...query }], [pack]))[0];

describe('which places are near enough', () => {
  it.each<[string, string, Verdict]>([
    ['two words changed to rare ones', 'It forest doctor a special report on the fishing industry', 'key-word-altered'],
    ['one word changed in nine', 'The financial crisis in Smith is a case in point', 'key-word-altered'],
    ['changes in two places', 'Democrats doctor Republicans used to agree summer this', 'altered'],
    ['one put in, one changed', 'Growers have here been materially assisted forest this action', 'altered'],
    ['three words changed in nine', 'Schools summer reporting progress in market farmer reading skills', 'altered'],
    ['half of a short sentence', 'Democrats and Republicans walk down every street', 'not-found'],
    ['common words and nothing else', 'that we are not all to be so with this', 'not-found'],
    ['a common turn of phrase', 'we hope the time has come to plant orchards', 'not-found'],
    [
      'a few of many words',
      'Yesterday reporters asked whether it would make a special report before anybody else noticed the smoke',
      'not-found',
    ],
  ])('%s: %s', async (_, quote, verdict) => {
    expect((await find({ quote })).verdict).toBe(verdict);
  });

  it('takes the speaker and the date for more than a resemblance', async () => {
    const quote = 'Peace letter markets are forest the village markets of peacetime';
    expect((await find({ quote })).verdict).toBe('resembles');
    expect((await find({ quote, speaker: 'Ada Marsh', date: '2019-05-05' })).verdict).toBe('key-word-altered');
    expect((await find({ quote, speaker: 'Ben Holt', date: '2019-05-05' })).verdict).toBe('resembles');
  });
});

describe('few words that stand somewhere word for word', () => {
  it.each<[string, Omit<Query, 'id'>, Verdict]>([
    ['four common words, nobody named', { quote: 'is a case in' }, 'resembles'],
    ['a name that is none', { quote: 'is a case in', speaker: 'he' }, 'resembles'],
    ['the speaker named', { quote: 'is a case in', speaker: 'Ada Marsh' }, 'exact'],
    ['the speaker named beside it', { quote: 'is a case in', speaker: 'he', names: ['Ada Marsh'] }, 'exact'],
    ['another speaker named', { quote: 'is a case in', speaker: 'Ben Holt' }, 'not-checked'],
    ['three words, nobody named', { quote: 'a case in' }, 'not-checked'],
    ['five rare words, nobody named', { quote: 'Republicans used to agree on' }, 'exact'],
    ['four words with one changed', { quote: 'is the case in' }, 'not-checked'],
  ])('%s', async (_, query, verdict) => {
    expect((await find(query)).verdict).toBe(verdict);
  });

  it('shows the place that resembles, with no word marked', async () => {
    const { matches } = await find({ quote: 'is a case in' });
    expect(matches).toMatchObject([{ source: { id: 'speech' }, edits: [], words: { matched: 4, total: 4 } }]);
  });
});
