import type { Candidate } from './candidate.ts';
import type { Judgement } from './judge.ts';
import type { Passage } from './passage.ts';
import { sameSpeaker } from './speakers.ts';
import { VERDICTS, type Match, type Query } from './types.ts';

const CHANGED_RANK = VERDICTS.indexOf('key-word-altered') + 1;

/** A candidate read and judged. */
export interface Judged {
  readonly candidate: Candidate;
  readonly match: Match;
  readonly passage: Passage;
  readonly judgement: Judgement;
  readonly score: number;
  readonly turnCount: number;
}

/** The best first: by verdict, then by how much agrees, then by the speaker the page names, then the earliest. */
export function inOrder(query: Query, judged: readonly Judged[]): Judged[] {
  const credited = ({ match }: Judged): boolean => {
    const names = match.source.statement?.credited_to ?? [];
    return !query.speaker || names.some((name) => sameSpeaker(query.speaker, name) !== 'different');
  };
  const rank = (one: Judged): number => {
    const { verdict } = one.match;
    // Among places where words were changed, the nearer words come first, whatever kind of change it is.
    if (verdict !== 'known-misquotation')
      return Math.min(VERDICTS.indexOf(verdict) + 1, CHANGED_RANK + (verdict === 'resembles' ? 1 : 0));
    return credited(one) ? 0 : CHANGED_RANK - 0.5;
  };
  const bySpeaker = ({ match }: Judged): number =>
    ['same', 'unknown', 'different'].indexOf(sameSpeaker(query.speaker, match.speaker ?? match.source.speaker));
  return [...judged].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.score - a.score ||
      bySpeaker(a) - bySpeaker(b) ||
      (a.match.source.date ?? '9999').localeCompare(b.match.source.date ?? '9999'),
  );
}

/** The best wording of each statement; its other wordings are in the notices. */
export function onePerStatement(judged: readonly Judged[]): Judged[] {
  const kept: Judged[] = [];
  for (const one of judged) {
    const { source, pack, role } = one.match;
    if (source.statement === null) {
      kept.push(one);
      continue;
    }
    const at = kept.findIndex(({ match }) => match.source.id === source.id && match.pack === pack);
    if (at === -1) kept.push(one);
    else if (isBetter(one, kept[at], role)) kept[at] = one;
  }
  return kept;
}

const isWholeMisquotation = ({ match }: Judged): boolean =>
  match.verdict === 'known-misquotation' && !/[\p{L}\p{N}]/u.test(match.before + match.after);

/** The words as spoken before any rendering of them, then the better verdict, then the closer words. */
function isBetter(one: Judged, other: Judged, role: string): boolean {
  const rank = ({ match }: Judged): number => VERDICTS.indexOf(match.verdict);
  const agrees = ({ match }: Judged): boolean => rank({ match } as Judged) <= VERDICTS.indexOf('cleaned');
  // A popular wording that is quoted whole is that wording, even where the real words happen to hold it.
  if (isWholeMisquotation(one) !== isWholeMisquotation(other)) return isWholeMisquotation(one);
  if (role === 'spoken' && agrees(one) && other.match.role !== 'spoken') return true;
  if (other.match.role === 'spoken' && agrees(other)) return false;
  return rank(one) < rank(other) || (rank(one) === rank(other) && one.score > other.score);
}
