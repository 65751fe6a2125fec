import { readWeights } from '../signs.ts';
import type { Candidate } from './candidate.ts';
import { SPEAKER_SIGNS } from './speakerSigns.ts';
import { SPEAKER_WEIGHTS } from './weights.ts';

/** The candidate that the weights favour, with the share of belief that falls to its place (0..1). */
export interface Choice {
  readonly candidate: Candidate;
  readonly confidence: number;
}

const tables = new Map<string, Float64Array>();

/** The weights of a language, read once; languages without train articles use the English ones, whose signs are about place, not words. */
export function weightsOf(language: string): Float64Array {
  let weights = tables.get(language);
  if (weights === undefined) {
    weights = readWeights(SPEAKER_WEIGHTS.en, SPEAKER_SIGNS.count);
    const own = SPEAKER_WEIGHTS[language];
    // Other languages are written as what differs from English.
    if (language !== 'en' && own !== undefined) {
      const difference = readWeights(own, SPEAKER_SIGNS.count);
      for (let i = 0; i < weights.length; i++) weights[i] += difference[i];
    }
    tables.set(language, weights);
  }
  return weights;
}

/** Puts other weights in a language's place; the fitting script does, between its rounds. */
export function useWeights(language: string, weights: Float64Array): void {
  tables.set(language, weights);
}

/** Sum of the weights of a candidate's signs. */
export function scoreOf(candidate: Candidate, weights: Float64Array): number {
  let sum = 0;
  for (const sign of candidate.signs) sum += weights[sign];
  return sum;
}

/** The best place among the candidates: those that stand at the same place share their belief. That nobody of them speaks has the score 0. */
export function choose(candidates: readonly Candidate[], weights: Float64Array): Choice | null {
  if (candidates.length === 0) return null;
  const beliefs = candidates.map((candidate) => Math.exp(Math.min(30, scoreOf(candidate, weights))));
  const total = beliefs.reduce((sum, belief) => sum + belief, 1);
  let best = -1;
  let most = 0;
  candidates.forEach((candidate, i) => {
    let share = 0;
    candidates.forEach((other, k) => {
      if (other.block === candidate.block && other.start < candidate.end && candidate.start < other.end)
        share += beliefs[k];
    });
    if (share > most || (share === most && beliefs[i] > beliefs[best])) [best, most] = [i, share];
  });
  return { candidate: candidates[best], confidence: most / total };
}
