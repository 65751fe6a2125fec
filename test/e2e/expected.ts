import type { Notice, Verdict } from '../../src/core/matching/types.ts';

/** What Verbatim has to say about each quotation of the talks of February 2022, found by a part of its words. */
export interface Expected {
  readonly words: string;
  readonly verdict: Verdict;
  readonly speaker?: string | null;
  readonly notices?: readonly Notice['kind'][];
  /** Words that the finding must show somewhere: original, rendering, denial. */
  readonly shows?: readonly string[];
}

export const TALKS_OF_2022: readonly Expected[] = [
  {
    words: 'points of convergence',
    verdict: 'exact',
    notices: ['translation', 'finding'],
    shows: ['The words are Macron’s, spoken at the Kremlin'],
  },
  {
    words: 'would not be the cause of an escalation',
    verdict: 'exact',
    notices: ['translation', 'second-hand'],
    shows: ['he won’t be initiating an escalation'],
  },
  {
    words: 'my beauty',
    verdict: 'exact',
    speaker: 'Vladimir Putin',
    notices: ['translation'],
    shows: ['терпи, моя красавица', 'like it or lump it', 'bear with it, my beauty'],
  },
  {
    words: 'We are not his',
    verdict: 'exact',
    speaker: 'Volodymyr Zelensky',
    notices: ['translation', 'single-account'],
  },
  {
    words: 'commitment not to take new military initiatives',
    verdict: 'exact',
    notices: ['translation', 'denied', 'source-class'],
  },
  { words: 'French colleagues', verdict: 'not-found', speaker: 'Dmitry Peskov' },
];
