import { describe, expect, it } from 'vitest';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { Query } from '../../../src/core/matching/types.ts';
import { buildPack, memoryBytes, openPack, type Pack } from '../../../src/core/packs/index.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { apart, curatedDocuments } from '../../../scripts/corpus/statements.ts';

const documents = await curatedDocuments();
const pack = await packOf(documents);

async function packOf(all: readonly PackDocument[]): Promise<Pack> {
  const opened = await openPack(memoryBytes(buildPack(all, { id: 'statements', name: 'Statements', version: '1' })));
  if (!opened.ok) throw new Error('the pack does not open');
  return opened.value;
}

const verdicts = async (queries: readonly Query[], among = pack): Promise<Map<string, string>> =>
  new Map((await matchQuotations(queries, [among])).map(({ id, verdict }) => [id, verdict]));

describe('the shipped statements', () => {
  it('are found by their own words', async () => {
    const queries = documents.flatMap(({ id, speaker, text, statement }) => {
      const documented = statement?.status === undefined || statement.status === 'documented';
      const wordings = documented ? (statement?.renderings ?? []).map((rendering) => rendering.text) : [];
      return [...(text === undefined ? [] : [text]), ...wordings].map((quote, at): Query => ({
        id: `${id} ${at}`,
        quote,
        speaker,
      }));
    });
    const found = await verdicts(queries);
    const missed = [...found].filter(([, verdict]) => verdict !== 'exact').map(([id]) => id);
    expect(missed).toEqual([]);
  });

  it('say which lines are known misquotations, credited as they commonly are', async () => {
    const queries = documents.flatMap(({ id, statement }) =>
      (statement?.credited_to === undefined ? [] : (statement.renderings ?? []))
        .filter(({ text }) => text.split(/\s+/u).length >= 5)
        .map(({ text }, at): Query => ({ id: `${id} ${at}`, quote: text, speaker: statement?.credited_to?.[0] })),
    );
    const found = await verdicts(queries);
    const missed = [...found].filter(([, verdict]) => verdict !== 'known-misquotation').map(([id]) => id);
    expect(queries.length).toBeGreaterThan(250);
    expect(missed).toEqual([]);
  });

  it('do not hold what nobody could find', async () => {
    const quote =
      'I do not quite understand what French colleagues mean when they say that Moscow agreed to hold no exercises.';
    expect(await verdicts([{ id: 'peskov', quote, speaker: 'Dmitry Peskov' }])).toEqual(
      new Map([['peskov', 'not-found']]),
    );
  });
});

describe('a line of one person credited to another', () => {
  const line: PackDocument = {
    id: 'misquotation-a',
    title: 'A newspaper',
    speaker: 'Ann Author',
    lang: 'en',
    class: 'research',
    text: 'He said: “Nobody reads a long sentence to its very end.”',
    statement: {
      renderings: [{ by: 'as commonly quoted', text: 'Nobody reads a long sentence to its very end.' }],
      status: 'misattributed',
      finding: 'By Ann Author.',
      credited_to: ['Famous Person'],
    },
  };

  it('is a misquotation under the wrong name and exact under the right one', async () => {
    const queries = ['Famous Person', 'Ann Author'].map((speaker): Query => ({
      id: speaker,
      quote: 'Nobody reads a long sentence to its very end.',
      speaker,
    }));
    expect(await verdicts(queries, await packOf(apart(line)))).toEqual(
      new Map([
        ['Famous Person', 'known-misquotation'],
        ['Ann Author', 'exact'],
      ]),
    );
  });

  it('stays one document when the real words are others', () => {
    const other = { ...line, text: 'Few people finish what is long.' };
    expect(apart(other)).toEqual([other]);
  });
});
