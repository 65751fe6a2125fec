import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { buildPack, memoryBytes, openPack, preparePack, type Pack } from '../../../src/core/packs/index.ts';
import { INDEX_SECTIONS } from '../../../src/core/packs/shardSections.ts';
import { wordHash } from '../../../src/core/text/index.ts';
import { forged, withRules } from './forged.ts';

const META = { id: 'test', name: 'Test', version: '1' };

const DOCUMENTS: PackDocument[] = [
  {
    id: 'harbour',
    title: 'Speech at the harbour',
    speaker: 'Ada Marsh',
    date: '2019-05-04',
    lang: 'en',
    class: 'official transcript',
    text: 'We built this harbour with our hands. Łódź, 東京 and “Kyiv” traded here 😀. Nobody gave it to us.\nIt is ours.',
  },
  {
    id: 'debate',
    title: 'Debate',
    date: '2020-01-02',
    lang: 'en',
    class: 'news transcript',
    turns: [
      { speaker: 'Ada Marsh', text: 'Taxes will fall.', at: 1500 },
      { speaker: 'Ben Holt', text: 'Taxes will rise by 3.5 percent.' },
    ],
  },
  {
    id: 'statement',
    title: 'Interview',
    speaker: 'Carl Weber',
    date: '2021-06-01',
    lang: 'en',
    class: 'news report',
    statement: {
      original: { text: 'Wir schaffen das.', lang: 'de' },
      renderings: [
        { by: 'Paper One', text: 'We can do this.' },
        { by: 'Paper Two', text: 'We will manage it.' },
      ],
      status: 'documented',
    },
  },
];

async function opened(file: Uint8Array): Promise<Pack> {
  const pack = await openPack(memoryBytes(file));
  if (!pack.ok) throw new Error(pack.error);
  return pack.value;
}

const shipped = buildPack(DOCUMENTS, META);
const prepared = preparePack(shipped);

describe('a pack that lies in a buffer, as Node reads files', () => {
  /** Of a Buffer, `slice` is no copy; and nothing in it needs to lie at a multiple of anything. */
  const buffered = (file: Uint8Array, at: number): Buffer => {
    const buffer = Buffer.alloc(file.length + at);
    buffer.set(file, at);
    return buffer.subarray(at);
  };
  const many = buildPack(
    [{ ...DOCUMENTS[0], text: Array.from({ length: 9_000 }, (_, i) => `word${i % 977} and${i}.`).join(' ') }],
    META,
  );

  it.each([0, 1, 2, 3])('is prepared and opened, and stays as it was, %i bytes into it', async (at) => {
    const file = buffered(many, at);
    const made = preparePack(file);
    expect(made).toEqual(preparePack(many));
    expect(new Uint8Array(file)).toEqual(many);
    const pack = await opened(buffered(made, at));
    const [finding] = await matchQuotations([{ id: '1', quote: 'word500 and7339. word501 and7340.' }], [pack]);
    expect(finding.verdict).toBe('exact');
  });
});

describe('a pack', () => {
  it.each([
    ['shipped', shipped],
    ['prepared', prepared],
  ])('gives back what went in, in its %s form', async (_, file) => {
    const pack = await opened(file);
    expect(pack.info).toMatchObject({
      ...META,
      size: expect.any(Number) as number,
      checksum: expect.stringMatching(/^[0-9a-f]{8}$/u) as string,
    });
    expect(pack.info.coverage).toMatchObject({
      sources: 3,
      turns: 6,
      languages: ['en'],
      from: '2019-05-04',
      to: '2021-06-01',
    });
    expect(pack.info.coverage.speakers).toEqual(['Ada Marsh', 'Ben Holt']);
    expect(pack.sourceCount).toBe(3);
    expect(pack.source(0)).toMatchObject({ id: 'harbour', speaker: 'Ada Marsh', venue: null, statement: null });
    expect(await pack.turns(0)).toEqual([
      { speaker: 'Ada Marsh', role: 'spoken', by: null, at: null, text: DOCUMENTS[0].text },
    ]);
    expect((await pack.turns(1)).map(({ speaker, at, text }) => [speaker, at, text])).toEqual([
      ['Ada Marsh', 1500, 'Taxes will fall.'],
      ['Ben Holt', null, 'Taxes will rise by 3.5 percent.'],
    ]);
    expect((await pack.turns(2)).map(({ role, by }) => [role, by])).toEqual([
      ['original', null],
      ['rendering', 'Paper One'],
      ['rendering', 'Paper Two'],
    ]);
  });

  it('has the same bytes for the same documents, and the same checksum in both forms', async () => {
    expect(buildPack(DOCUMENTS, META)).toEqual(shipped);
    expect(preparePack(shipped)).toEqual(prepared);
    expect(preparePack(prepared)).toBe(prepared);
    expect((await opened(shipped)).info.checksum).toBe((await opened(prepared)).info.checksum);
  });

  it('tells misquotations from renderings by the status', async () => {
    const statement = { renderings: [{ by: 'as quoted', text: 'Play it again.' }], status: 'misquoted' as const };
    const pack = await opened(buildPack([{ ...DOCUMENTS[2], statement }], META));
    expect((await pack.turns(0)).map(({ role }) => role)).toEqual(['misquotation']);
  });

  it('keeps turns longer than a block whole', async () => {
    const text = '\uFEFF ' + Array.from({ length: 9_000 }, (_, i) => `word${i % 977} and${i}.`).join(' ');
    const pack = await opened(buildPack([{ ...DOCUMENTS[0], text }], META));
    expect((await pack.turns(0))[0].text).toBe(text);
    const [finding] = await matchQuotations(
      [{ id: '1', quote: 'word500 and7339. word501 and7340. word502 and7341.' }],
      [pack],
    );
    expect(finding.verdict).toBe('exact');
    expect(text.slice(finding.matches[0].start, finding.matches[0].end)).toBe(
      'word500 and7339. word501 and7340. word502 and7341',
    );
  });

  it('divides a corpus with very many different words into shards', async () => {
    const documents = Array.from({ length: 4 }, (_, d): PackDocument => ({
      ...DOCUMENTS[0],
      id: `d${d}`,
      text: Array.from({ length: 25_000 }, (_, i) => `w${(d * 25_000 + i).toString(36)}`).join(' '),
    }));
    const pack = await opened(preparePack(buildPack(documents, META)));
    expect(pack.shardCount).toBeGreaterThan(1);
    expect((await pack.turns(3))[0].text).toBe(documents[3].text);
    const quote = documents[3].text!.split(' ').slice(9_000, 9_008).join(' ');
    const [finding] = await matchQuotations([{ id: '1', quote }], [pack]);
    expect(finding).toMatchObject({ verdict: 'exact', matches: [{ source: { id: 'd3' } }] });
  });

  it('spells its words so that they are found in another shard', async () => {
    const words = ['harbour', 'жизнь', 'ελλαδα', '東京', '𝒜b', 'e7', 'and'];
    const [one, other] = await Promise.all(
      [words, words.toReversed()].map(async (each) => {
        const pack = await opened(buildPack([{ ...DOCUMENTS[0], text: each.join(' ') }], META));
        return pack.shard(0);
      }),
    );
    const ids = one.words.slice(1, -1);
    const spelled = one.spelled(ids);
    const found = ids.map((_, i) => other.idOf(spelled, i));
    expect([...found].map((id) => other.word(id))).toEqual([...ids].map((id) => one.word(id)));
    expect(spelled.hash[0]).toBe(wordHash(one.word(ids[0])));
  });

  it('opens with more facts about sources than are read at first', async () => {
    const documents = Array.from({ length: 1_500 }, (_, i): PackDocument => {
      const title = `Hearing ${i}${' on the matter of the northern bridge'.repeat(6)}`;
      return { id: `d${i}`, title, lang: 'en', class: 'recording', text: `Hearing ${i} is closed.` };
    });
    const pack = await opened(preparePack(buildPack(documents, META)));
    expect(pack.sourceCount).toBe(1_500);
    expect(pack.source(1_499)).toMatchObject({ id: 'd1499', title: documents[1_499].title });
    expect(await pack.turns(1_499)).toMatchObject([{ text: 'Hearing 1499 is closed.' }]);
  });

  it('keeps any text letter for letter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== ''),
          { minLength: 1, maxLength: 8 },
        ),
        async (texts) => {
          const turns = texts.map((text) => ({ text }));
          const pack = await opened(
            preparePack(buildPack([{ id: 'a', title: 'A', lang: 'en', class: 'recording', turns }], META)),
          );
          expect((await pack.turns(0)).map(({ text }) => text)).toEqual(texts.map((text) => text.toWellFormed()));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what a document must have', () => {
  it.each([
    ['no words', { id: 'a', title: 'A' }, /needs text, turns or a statement/u],
    ['a broken date', { id: 'a', title: 'A', text: 'x', date: '4 May' }, /date: must be YYYY/u],
    ['a script as address', { id: 'a', title: 'A', text: 'x', url: 'javascript:alert(1)' }, /url: must be an http/u],
  ])('refuses one with %s', (_, document, message) => {
    expect(() => buildPack([document as PackDocument], META)).toThrow(message);
  });

  it('refuses an id that stands twice', () => {
    expect(() => buildPack([DOCUMENTS[0], DOCUMENTS[0]], META)).toThrow('Document harbour: the id stands twice');
  });
});

/** Opens a file and uses all of it. Answers the sentence that refused it, or null when everything could be read. */
async function refusal(file: Uint8Array): Promise<string | null> {
  const pack = await openPack(memoryBytes(file));
  if (!pack.ok) return pack.error;
  const problems: string[] = [];
  await matchQuotations(
    [{ id: '1', quote: 'We built this harbour with our own hands and nobody gave it to us.' }],
    [pack.value],
    {
      onDamage: (_, problem) => problems.push(problem),
    },
  );
  try {
    for (let i = 0; i < pack.value.sourceCount; i++) {
      pack.value.source(i);
      await pack.value.turns(i);
    }
  } catch (error) {
    problems.push((error as Error).message);
  }
  return problems.at(0) ?? null;
}

describe('a pack prepared by older rules', () => {
  it('is prepared again, and handed over to be kept', async () => {
    const renewed: Uint8Array[] = [];
    const pack = await openPack(memoryBytes(withRules(prepared, 100)), (file) => renewed.push(file));
    expect(pack).toMatchObject({ ok: true });
    expect(renewed).toEqual([prepared]);
  });

  it('is not what a pack as it ships is', async () => {
    await openPack(memoryBytes(shipped), () => expect.unreachable());
  });
});

describe('a damaged pack', () => {
  it.each([
    ['an empty file', new Uint8Array(0), /too short/u],
    ['another kind of file', new TextEncoder().encode('%PDF-1.7 '.repeat(20)), /not a Verbatim pack/u],
    ['a pack of another format', changed(prepared, 8, 9), /has format 9; this version of Verbatim reads format 1/u],
  ])('is refused: %s', async (_, file, sentence) => {
    expect(await refusal(file)).toMatch(sentence);
  });

  it.each([
    ['shipped', shipped],
    ['prepared', prepared],
  ])('is refused in one sentence wherever the %s file was cut', async (_, file) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (length) => {
        expect(await refusal(file.slice(0, length))).toMatch(/^[A-Z].*\.$/u);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['shipped', shipped],
    ['prepared', prepared],
  ])('is refused in one sentence whichever byte of the %s file was changed', async (_, file) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const answer = await refusal(changed(file, at, (file[at] + by) % 256));
        // Bytes between sections belong to nothing.
        if (answer !== null) expect(answer).toMatch(/^[A-Z].*\.$/u);
        else expect(file[at]).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it.each(INDEX_SECTIONS)(
    'answers something or is refused in one sentence, whatever somebody has put in the place of its %s',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 40 }),
          async (bytes) => {
            const file = forged(prepared, name, (section) => {
              for (const [at, byte] of bytes) section[at % section.length] = byte;
            });
            const answer = await refusal(file);
            if (answer !== null) expect(answer).toMatch(/^[A-Z].*\.$/u);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('leaves the other packs alone', async () => {
    const broken = await openPack(memoryBytes(changed(prepared, prepared.length - 2_000, 77)));
    const good = await opened(prepared);
    const packs = broken.ok ? [broken.value, good] : [good];
    const [finding] = await matchQuotations([{ id: '1', quote: 'We built this harbour with our hands' }], packs);
    expect(finding.verdict).toBe('exact');
  });
});

function changed(file: Uint8Array, at: number, to: number): Uint8Array {
  const copy = file.slice();
  copy[at] = to;
  return copy;
}
