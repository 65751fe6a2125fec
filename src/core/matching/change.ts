import type { EditKind } from './types.ts';

/** Kinds of change that the outlet marked. */
export const MARKED: ReadonlySet<EditKind> = new Set(['marked-cut', 'bracketed', 'sic']);
/** Kinds that leave what was said as it was: the closed list of `cleaned`. */
export const HARMLESS: ReadonlySet<EditKind> = new Set([
  'filler',
  'repeat',
  'contraction',
  'numeral',
  'spelling',
  'edge-conjunction',
  'noise',
]);
/** Kinds of which a single one makes a quotation `key-word-altered`. */
export const PROTECTED: ReadonlySet<EditKind> = new Set([
  'negation',
  'number',
  'name',
  'pronoun',
  'modal',
  'quantifier',
  'comparative',
]);

/** A word edit before its kind is known, over word indices. */
export interface Change {
  readonly q0: number;
  readonly q1: number;
  readonly s0: number;
  readonly s1: number;
  kind: EditKind;
}
