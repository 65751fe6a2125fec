import { ROLES } from '../packs/format.ts';
import type { Pack } from '../packs/open.ts';
import type { Shard } from '../packs/shard.ts';
import { partField } from '../packs/textBlocks.ts';
import type { TurnRole } from '../packs/types.ts';
import type { Acceptance } from './acceptance.ts';

/** Whose words stand at a place, by the numbers of its pack: good when the shard is gone. */
export interface Part {
  readonly source: number;
  readonly turn: number;
  readonly speaker: number;
  readonly role: TurnRole;
}

/** The part in which a word of a shard stands. */
export function partAt(shard: Shard, word: number): Part {
  const { frame } = shard;
  const part = shard.partOf(word);
  return {
    source: partField(frame, part, 'source'),
    turn: partField(frame, part, 'turn'),
    speaker: partField(frame, part, 'speaker'),
    role: ROLES[partField(frame, part, 'role')],
  };
}

/** Who says a part: the speaker of its turn, or else of its source. */
export const speakerOf = (pack: Pack, { speaker, source }: Part): string | null =>
  pack.person(speaker) ?? pack.source(source).speaker;

/** A place that was accepted, with what is needed of it when its shard is gone. */
export interface Found {
  /** The numbers of its pack and of its shard there. */
  readonly pack: number;
  readonly shard: number;
  /** Word indices of the shard. */
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly exact: boolean;
  readonly acceptance: Acceptance;
  readonly part: Part;
}

/** The order of places by pack, shard and word. */
export const byPlace = (a: Found, b: Found): number => a.pack - b.pack || a.shard - b.shard || a.start - b.start;
