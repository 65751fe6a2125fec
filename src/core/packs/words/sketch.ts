import { fail, ok, type Result } from '../../result.ts';
import { uint32View } from '../bytes.ts';

/**
 * Which shards of a pack may hold three words one behind the other, told without reading a shard: a Bloom filter (Bloom, 1970)
 * with one bit for each shard in every row, so that one look answers for all shards at once. A shard is never left out that has
 * the words; of those that have not, about one in thirty is named all the same.
 *
 * ```
 *  0  u32 rows
 *  4  u32 numbers: rows of `width` bits one behind the other, bit i of a row for the i-th shard of the group; a row may begin in
 *     one number and end in the next. One number more than the rows fill, zero, so that two can be read wherever a row begins.
 * ```
 *
 * A group is at most 32 shards; `width` is how many it has, so that the sketch of any number of shards takes half a byte a word.
 */
export const GROUP_SHARDS = 32;

/**
 * Rows for each word of the largest shard, and how many of them are looked at for three words. Of the threes in 1.9 million words
 * of press briefings half are the first of their kind: with 4 rows a word, 4.8 % are named by chance where two rows are looked at,
 * 3.1 % where three are.
 */
const ROWS_PER_WORD = 4;

/** The shards that a group of a pack with so many shards has: the bits of its rows. */
const groupShards = (shards: number, group: number): number => Math.min(GROUP_SHARDS, shards - group * GROUP_SHARDS);
const lengthOf = (rows: number, width: number): number => 2 + Math.ceil((rows * width) / 32);

/** A hash of three words from their own hashes. */
export function tripleHash(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + second, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + third, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const rowOf = (hash: number, rows: number): number => Math.floor(((hash >>> 0) / 0x100000000) * rows);
/** The rows of a hash. */
const firstRow = (hash: number, rows: number): number => rowOf(hash, rows);
const secondRow = (hash: number, rows: number): number => rowOf(Math.imul(hash, 0x2545f491), rows);
const thirdRow = (hash: number, rows: number): number => rowOf(Math.imul(hash ^ (hash >>> 15), 0x9e3779b1), rows);

/** A shard's words by the hash of each: 0 between sources. */
export interface HashedWords {
  readonly words: Uint16Array;
  /** By word id; that of the break is not looked at. */
  readonly hashes: Uint32Array;
}

/** The bytes of the sketch of at most `GROUP_SHARDS` shards. */
export function sketched(shards: readonly HashedWords[]): Uint32Array {
  const rows = Math.max(1, ROWS_PER_WORD * Math.max(...shards.map(({ words }) => words.length)));
  const width = shards.length;
  const data = new Uint32Array(lengthOf(rows, width));
  data[0] = rows;
  const set = (row: number, shard: number): void => {
    const bit = row * width + shard;
    data[1 + Math.floor(bit / 32)] |= 1 << (bit & 31);
  };
  shards.forEach(({ words, hashes }, shard) => {
    for (let i = 0; i + 2 < words.length; i++) {
      if (words[i] === 0 || words[i + 1] === 0 || words[i + 2] === 0) continue;
      const hash = tripleHash(hashes[words[i]], hashes[words[i + 1]], hashes[words[i + 2]]);
      set(firstRow(hash, rows), shard);
      set(secondRow(hash, rows), shard);
      set(thirdRow(hash, rows), shard);
    }
  });
  return data;
}

/** The sketch of a pack: one group for every `GROUP_SHARDS` shards. */
export class Sketch {
  private constructor(
    private readonly groups: readonly Uint32Array[],
    private readonly widths: readonly number[],
  ) {}

  /** @param groups the bytes of each group */
  static read(groups: readonly Uint8Array[], shards: number): Result<Sketch> {
    const views = groups.map((bytes) => uint32View(bytes));
    const widths = views.map((_, group) => groupShards(shards, group));
    const isWhole = views.every((view, group) => view.length > 2 && view.length === lengthOf(view[0], widths[group]));
    return isWhole ? ok(new Sketch(views, widths)) : fail('its sketch has another size than it says');
  }

  /** Bytes that it holds in memory. */
  get size(): number {
    return this.groups.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  get groupCount(): number {
    return this.groups.length;
  }

  /** The shards of a group that may have the three words with this hash: bit i for the i-th. */
  shardsWith(hash: number, group: number): number {
    const data = this.groups[group];
    const width = this.widths[group];
    const rows = data[0];
    const having =
      bitsAt(data, firstRow(hash, rows) * width) &
      bitsAt(data, secondRow(hash, rows) * width) &
      bitsAt(data, thirdRow(hash, rows) * width);
    return width === 32 ? having >>> 0 : having & ((1 << width) - 1);
  }
}

/** The 32 bits that begin at a bit of the rows. */
function bitsAt(data: Uint32Array, bit: number): number {
  const at = 1 + Math.floor(bit / 32);
  const offset = bit & 31;
  return (data[at] >>> offset) | ((data[at + 1] << 1) << (31 - offset));
}
