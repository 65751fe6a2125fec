import { beforeAll, describe, expect, it } from 'vitest';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { Finding, Verdict } from '../../../src/core/matching/types.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { buildPack, memoryBytes, openPack, type Pack } from '../../../src/core/packs/index.ts';

const SPEECH = `The ferry has served this island for ninety years. In the autumn the pier was closed by the storm. Nobody was hurt.
In the winter we repaired two of the three boats with our own hands. The council gave us timber and paint. That was generous.
Our children learned to sail before they could read. Our teachers know it well. We follow their example by teaching every visitor to row.
The lighthouse keeper retired last month after a long service. We follow their example by keeping the lamp clean. And I will ask the county for a second lamp.
Some people said the old harbour could never be saved. They came with charts and tables. They went home before supper. The record is clear, and I believe that the islanders will remember this winter as a beginning.`;

let pack: Pack;
beforeAll(async () => {
  const document: PackDocument = {
    id: 'ferry',
    title: 'Speech at the pier',
    lang: 'en',
    class: 'official transcript',
    text: SPEECH,
  };
  const opened = await openPack(memoryBytes(buildPack([document], { id: 't', name: 'T', version: '1' })));
  if (!opened.ok) throw new Error(opened.error);
  pack = opened.value;
});
const find = async (quote: string): Promise<Finding> => (await matchQuotations([{ id: 'q', quote }], [pack]))[0];

describe('passages joined without a mark', () => {
  it.each<[string, Verdict, string]>([
    [
      'two sentences with others between them',
      'joined',
      'Nobody was hurt. In the winter we repaired two of the three boats. Our children learned to sail before they could read.',
    ],
    [
      'both passages begin their next sentence alike: the alignment had taken "In the" with the first',
      'joined',
      'The ferry has served this island for ninety years. In the winter we repaired two of the three boats with our own hands.',
    ],
    [
      'another sentence begins as the quoted one does',
      'joined',
      'We follow their example by teaching every visitor to row. And I will ask the county for a second lamp.',
    ],
    [
      'words behind a long omission, which leaves the alignment no room for them',
      'joined',
      'Some people said the old harbour could never be saved. The record is clear, and I believe that the islanders will remember this winter as a beginning.',
    ],
    [
      'a single word of the passage changed is no join',
      'altered',
      'We follow their example by keeping the windows clean. And I will ask the county for a second lamp.',
    ],
    [
      'a changed word beside joined passages is a change all the same',
      'altered',
      'The ferry has served this village for ninety years. The lighthouse keeper retired last month after a long service.',
    ],
    [
      'a mark between the passages',
      'edits-marked',
      'The ferry has served this island for ninety years ... The lighthouse keeper retired last month after a long service.',
    ],
  ])('%s: %s', async (_, verdict, quote) => {
    expect((await find(quote)).verdict).toBe(verdict);
  });

  it('says so of the whole quotation', async () => {
    const { matches } = await find(
      'Some people said the old harbour could never be saved. The record is clear, and I believe that the islanders will remember this winter as a beginning.',
    );
    expect(matches[0].words).toEqual({ matched: 27, total: 27 });
  });
});
