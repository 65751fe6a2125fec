import type { Found } from './found.ts';
import type { TurnText } from './passage.ts';
import { sameSpeaker } from './speakers.ts';
import { VERDICTS, type Match, type Query } from './types.ts';

const CHANGED_RANK = VERDICTS.indexOf('key-word-altered') + 1;

/** A place read and judged. */
export interface Judged {
  readonly found: Found;
  readonly match: Match;
  readonly around: TurnText;
  /** As of a `Judgement`. */
  readonly gap: number;
  /** How many turns the source has. */
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
      b.found.score - a.found.score ||
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

/** Nothing but the quoted words is of the wording. */
const isWhole = ({ match }: Judged): boolean => !/[\p{L}\p{N}]/u.test(match.before + match.after);

/** The words as spoken before any rendering of them, then the better verdict, then the closer words, then the wording quoted whole. */
function isBetter(one: Judged, other: Judged, role: string): boolean {
  const rank = ({ match }: Judged): number => VERDICTS.indexOf(match.verdict);
  const agrees = ({ match }: Judged): boolean => rank({ match } as Judged) <= VERDICTS.indexOf('cleaned');
  const isWholeMisquotation = (each: Judged): boolean => each.match.verdict === 'known-misquotation' && isWhole(each);
  // A popular wording that is quoted whole is that wording, even where the real words happen to hold it.
  if (isWholeMisquotation(one) !== isWholeMisquotation(other)) return isWholeMisquotation(one);
  if (role === 'spoken' && agrees(one) && other.match.role !== 'spoken') return true;
  if (other.match.role === 'spoken' && agrees(other)) return false;
  if (rank(one) !== rank(other)) return rank(one) < rank(other);
  const nearer = one.found.score - other.found.score;
  return nearer > 0 || (nearer === 0 && isWhole(one) && !isWhole(other));
}
