import type { Shard } from '../packs/shard.ts';
import type { Step } from './align.ts';

/** A place of a shard that the quotation may come from. */
export interface Candidate {
  readonly pack: number;
  readonly shard: Shard;
  /** The passage: word indices of the shard. */
  readonly start: number;
  readonly end: number;
  readonly steps: readonly Step[];
  /** Bits of the quoted words that stand in the passage, of all their bits; 1 when all do and nothing is left out unmarked. */
  readonly score: number;
  /** Bits of the quoted words that stand in the passage. */
  readonly bits: number;
  /** Word for word, but for marked cuts and brackets. */
  readonly exact: boolean;
  /** Quoted words that stand word for word in another place, run together with the passage. */
  readonly joined: readonly JoinedPiece[];
}

/** Quoted words [q0, q1) at the shard's words from `start` on. */
export interface JoinedPiece {
  readonly q0: number;
  readonly q1: number;
  readonly start: number;
}

/** Whether two candidates share a word of their shard. */
export const overlaps = (a: Candidate, b: Candidate): boolean => a.start < b.end && b.start < a.end;
