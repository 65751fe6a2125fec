import { beforeAll, describe, expect, it } from 'vitest';
import { matchQuotations, searchedIn } from '../../../src/core/matching/index.ts';
import type { Finding, Query, Verdict } from '../../../src/core/matching/types.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { buildPack, memoryBytes, openPack, type Pack } from '../../../src/core/packs/index.ts';

const SPEECH = `Fellow citizens, the harbour of Norport will open again this spring. We will not sell the docks to anybody. But we will rent two of them.
Last year, 4,500 ships came to us, and every captain paid the same fee. I said, "The sea is patient." Shall we forget the fishermen? (Applause.) We, we will never forget them.
My government can build three new bridges for $20 million, and Minister Alder has agreed to that. The colour of the towers is grey. It is a great honour to stand here today with all of you.`;

const DOCUMENTS: PackDocument[] = [
  {
    id: 'harbour',
    title: 'Speech at the harbour',
    speaker: 'Ada Marsh',
    date: '2019-05-04',
    lang: 'en',
    class: 'official transcript',
    text: SPEECH,
  },
  {
    id: 'reply',
    title: 'Reply',
    speaker: 'Ben Holt',
    date: '2020-03-01',
    lang: 'en',
    class: 'news transcript',
    text: 'She said that the harbour of Norport will open again this spring. The fishermen of this town deserve a better answer than that.',
  },
  {
    id: 'interview',
    title: 'Interview with a newspaper',
    speaker: 'Volodymyr Zelensky',
    date: '2022-02-08',
    lang: 'en',
    class: 'news report',
    statement: {
      original: { text: 'Мы не его собственность, и никогда ею не были.', lang: 'ru' },
      renderings: [
        { by: 'Agency A', text: 'We are not his property and never were.' },
        { by: 'Channel B', text: 'We are not his', alone: true },
      ],
      finding: 'Agency A kept the second half of the sentence.',
      denied: { by: 'The other side', text: 'Nobody claimed it.' },
      reported_by: 'A spokesman',
      status: 'documented',
    },
  },
  {
    id: 'proverb',
    title: 'An old sermon',
    speaker: 'John Carver',
    date: '1650',
    lang: 'en',
    class: 'research',
    text: 'For idle hands and idle tongues do the work of the devil in every town.',
    statement: {
      renderings: [{ by: 'as commonly quoted', text: 'Idle hands do the work of the devil.' }],
      status: 'misquoted',
      finding: 'The sermon speaks of tongues as well.',
      credited_to: ['Benjamin Franklin'],
    },
  },
];

let pack: Pack;
beforeAll(async () => {
  const opened = await openPack(memoryBytes(buildPack(DOCUMENTS, { id: 'test', name: 'Test', version: '1' })));
  if (!opened.ok) throw new Error(opened.error);
  pack = opened.value;
});

const find = async (query: Omit<Query, 'id'>): Promise<Finding> =>
  (await matchQuotations([{ id: 'q', ...query }], [pack]))[0];
const kinds = (finding: Finding): string[] => finding.notices.map(({ kind }) => kind);

describe('verdicts', () => {
  it.each<[Verdict, string, string[]]>([
    ['exact', 'The harbour of Norport will open again this spring', []],
    ['exact', 'the Harbour of Norport will open again this spring. We will not sell the docks', []],
    ['exact', '“We will not sell the docks to anybody…', []],
    ['exact', 'Shall we forget the fishermen? We, we will never forget them.', []],
    ['edits-marked', 'We will not sell the docks … But we will rent two of them', ['marked-cut']],
    ['edits-marked', 'We will not sell [them] to anybody. But we will rent two', ['bracketed']],
    ['edits-marked', '[T]he harbor of Norport will open again this spring'.replace('harbor', 'harbour'), []],
    ['edits-marked', 'We will not sell the docks [sic] to anybody', ['sic']],
    ['cleaned', 'the harbor of Norport will open again this spring', ['spelling']],
    ['cleaned', 'Well, the harbour of Norport will, uh, open again this spring', ['filler', 'filler']],
    ['cleaned', 'And the fishermen of this town deserve a better answer than that', ['edge-conjunction']],
    ['cleaned', "We won't sell the docks to anybody", ['contraction']],
    ['cleaned', 'We will never forget them. My government can build 3 new bridges', ['numeral']],
    ['cleaned', 'can build three new bridges for 20 million dollars', ['numeral']],
    ['cleaned', 'The fishermen of this town deserve a bettre anwser than that', ['noise', 'noise']],
    ['altered', 'The fishermen of this gown deserve a better answer than that', ['content']],
    ['altered', 'The harbour of Norport will open again this sprint', ['content']],
    ['key-word-altered', 'We will sell the docks to anybody. But we will rent two of them', ['negation']],
    ['key-word-altered', 'Last year, 5,400 ships came to us, and every captain paid the same fee', ['number']],
    ['key-word-altered', 'My government may build three new bridges for $20 million', ['modal']],
    ['key-word-altered', 'Last year, 4,500 ships came to them, and every captain paid the same fee', ['pronoun']],
    ['key-word-altered', 'Last year, 4,500 ships came to us, and some captain paid the same fee', ['quantifier']],
    ['key-word-altered', 'for $20 million, and Minister Birch has agreed to that', ['name']],
    ['altered', 'The harbour of Norport will close again this spring', ['content']],
    ['cleaned', 'The fishermen of this town, of this town deserve a better answer than that', ['repeat']],
    ['key-word-altered', 'And will not sell the docks to anybody', ['pronoun']],
    ['altered', 'It is a honour to stand here today with all of you', ['content']],
  ])('%s: %s', async (verdict, quote, edits) => {
    const finding = await find({ quote });
    expect([
      finding.verdict,
      (finding.matches[0]?.edits ?? [])
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'bracketed' || edits.includes(kind)),
    ]).toEqual([verdict === 'edits-marked' && edits.length === 0 ? 'exact' : verdict, edits]);
  });

  it.each([
    ['nothing like it', 'A completely different sentence about mountains and snow'],
    ['common words alone', 'it is to be with all of the'],
  ])('not-found: %s', async (_, quote) => {
    expect(await find({ quote })).toMatchObject({ verdict: 'not-found', matches: [], reason: null });
  });

  it('places the words in the text of their turn, with the sentences around', async () => {
    const { matches } = await find({ quote: 'We will not sell the docks to anyone' });
    const [match] = matches;
    expect(SPEECH.slice(match.start, match.end)).toBe(match.text);
    expect(match.text).toMatch(/^We will not sell the docks/u);
    expect(match.before).toBe('Fellow citizens, the harbour of Norport will open again this spring. ');
    const [edit] = match.edits;
    expect(SPEECH.slice(...edit.source)).toBe('anybody');
  });

  it('says how far apart joined passages stand', async () => {
    const finding = await find({
      quote: 'the harbour of Norport will open again this spring. The colour of the towers is grey',
    });
    expect(finding.verdict).toBe('joined');
    expect(finding.notices).toContainEqual({ kind: 'long-gap', words: expect.any(Number) as number });
  });

  it('takes the pieces of a split quotation together', async () => {
    const pieces = ['We will not sell the docks to anybody', 'But we will rent two of them'];
    expect(await find({ quote: pieces.join(' '), pieces })).toMatchObject({ verdict: 'exact' });
  });

  it('finds every place, the earliest first', async () => {
    const finding = await find({ quote: 'the harbour of Norport will open again this spring' });
    expect(finding.matches.map(({ source }) => source.id)).toEqual(['harbour', 'reply']);
    expect(finding.notices).toContainEqual({ kind: 'several-places', count: 2, earliest: '2019-05-04' });
  });
});

describe('short quotations', () => {
  it.each<[string, Omit<Query, 'id'>, Verdict]>([
    ['three words by the right speaker', { quote: 'The sea is patient', speaker: 'Ms. Marsh' }, 'exact'],
    ['by another speaker', { quote: 'The sea is patient', speaker: 'Ben Holt' }, 'not-checked'],
    ['two words', { quote: 'harbour docks', speaker: 'Ada Marsh' }, 'not-checked'],
    ['a statement of the week', { quote: 'We are not his', speaker: 'Zelensky', date: '2022-02-09' }, 'exact'],
    [
      'a name beside the quotation',
      { quote: 'We are not his', speaker: 'the Kremlin', names: ['Volodymyr Zelenskyy'], date: '2022-02-09' },
      'exact',
    ],
  ])('%s', async (_, query, verdict) => {
    expect((await find(query)).verdict).toBe(verdict);
  });
});

describe('notices', () => {
  it.each<[string, Omit<Query, 'id'>, string[]]>([
    [
      'another speaker',
      { quote: 'My government can build three new bridges', speaker: 'Carl Weber' },
      ['another-speaker'],
    ],
    [
      'the same speaker by her title',
      { quote: 'My government can build three new bridges', speaker: 'Mayor Marsh' },
      [],
    ],
    ['no name', { quote: 'My government can build three new bridges', speaker: 'the mayor' }, []],
    ['another time', { quote: 'My government can build three new bridges', date: '2024-01-01' }, ['another-date']],
    ['a turn behind', { quote: 'We will not sell the docks to anybody.' }, ['next-sentence-turns']],
    ['an end too early', { quote: 'We will not sell the docks.', speaker: 'Ada Marsh' }, ['ends-mid-sentence']],
    ['a question', { quote: 'Shall we forget the fishermen', speaker: 'Ada Marsh' }, ['speaker-asking']],
    ['words of somebody else', { quote: 'The sea is patient', speaker: 'Ada Marsh' }, ['speaker-quoting']],
  ])('%s', async (_, query, expected) => {
    expect(kinds(await find(query))).toEqual(expected);
  });

  it('tells of a translated statement all that is known', async () => {
    const finding = await find({ quote: 'We are not his', speaker: 'Zelenskiy', date: '2022-02-09' });
    expect(kinds(finding)).toEqual([
      'translation',
      'single-account',
      'denied',
      'second-hand',
      'finding',
      'source-class',
    ]);
    expect(finding.notices[0]).toMatchObject({ by: 'Channel B', lang: 'ru', others: [{ by: 'Agency A' }] });
    expect(finding.matches).toHaveLength(1);
  });

  it('knows a popular wording, and the real words', async () => {
    expect(await find({ quote: 'Idle hands do the work of the devil', speaker: 'Benjamin Franklin' })).toMatchObject({
      verdict: 'known-misquotation',
      notices: [{ kind: 'finding', text: 'The sermon speaks of tongues as well.' }],
    });
    expect(await find({ quote: 'For idle hands and idle tongues do the work' })).toMatchObject({ verdict: 'exact' });
  });
});

describe('a search', () => {
  it('says what it went through', () => {
    expect(searchedIn([pack])).toMatchObject({
      sources: 4,
      packs: [{ id: 'test', name: 'Test', version: '1' }],
      from: '1650',
      to: '2022-02-08',
    });
  });

  it('says why it found nothing', async () => {
    expect(await matchQuotations([{ id: '1', quote: 'Some words that nobody ever said here' }], [])).toMatchObject([
      { verdict: 'not-checked', reason: 'no-packs' },
    ]);
    expect(await find({ quote: 'Wir haben das nie und nimmer gesagt', lang: 'de' })).toMatchObject({
      verdict: 'not-checked',
      reason: 'language',
    });
    expect(await find({ quote: 'too short' })).toMatchObject({ verdict: 'not-checked', reason: 'too-short' });
  });

  it('takes any words and names, those of JavaScript among them', async () => {
    const words = 'constructor hasOwnProperty toString __proto__ valueOf then of the harbour';
    expect(
      await find({ quote: words, speaker: 'constructor', names: ['__proto__'], lang: 'constructor' }),
    ).toMatchObject({ matches: [] });
  });

  it('ends when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(
      matchQuotations([{ id: '1', quote: 'The harbour of Norport will open' }], [pack], { signal }),
    ).rejects.toThrow();
  });

  it('tells each finding when it is ready, in order', async () => {
    const seen: string[] = [];
    const queries = ['a', 'b', 'c'].map((id) => ({ id, quote: 'The harbour of Norport will open' }));
    const findings = await matchQuotations(queries, [pack], { onFinding: ({ id }) => seen.push(id) });
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(findings.map(({ id }) => id)).toEqual(seen);
  });
});
