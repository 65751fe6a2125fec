import { beforeAll, describe, expect, it } from 'vitest';
import { Repairer } from '../../../src/core/matching/repair.ts';
import { UNKNOWN, type Shard } from '../../../src/core/packs/shard.ts';
import { shardOf } from './shardOf.ts';

const TEXT = 'harbour harbour harbour harbours labour winter winter winners letter letters 1984 a';

let shard: Shard;
beforeAll(async () => {
  shard = await shardOf(TEXT);
});

describe('a mistyped word', () => {
  const repairer = new Repairer();
  it.each([
    ['a letter left out', 'harbor', 'harbour'],
    ['the first letter left out', 'arbour', 'harbour'],
    ['the last letter left out', 'winte', 'winter'],
    ['a letter doubled', 'harrbour', 'harbour'],
    ['a letter too many at the end', 'winterr', 'winter'],
    ['another letter', 'harvour', 'harbour'],
    ['two letters swapped', 'wintre', 'winter'],
    ['the more frequent of two', 'harbourz', 'harbour'],
    ['two slips', 'hrabuor', null],
    ['too short to tell', 'lte', null],
    ['a number', '1985', null],
    ['longer than words are', 'h'.repeat(80), null],
    ['another script', 'гавань', null],
  ])('%s: %s', (_, word, expected) => {
    const id = repairer.repairedId(shard, word);
    expect(id === UNKNOWN ? null : shard.word(id)).toBe(expected);
  });
});
