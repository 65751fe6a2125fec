import { LEFT_OUT, SAME, type Step } from './align.ts';
import { HARMLESS, MARKED, PROTECTED, type Change } from './change.ts';
import { Changes } from './changes.ts';
import { Compared, type SaidWords } from './compared.ts';
import { editOf, sicEdits } from './edits.ts';
import type { Lexicon } from './lexicon.ts';
import { withNumbersTogether } from './numbersTogether.ts';
import type { QuotedWords } from './query.ts';
import type { JoinedPiece } from './candidate.ts';
import type { Edit, Verdict } from './types.ts';

export interface Judgement {
  readonly edits: readonly Edit[];
  readonly verdict: Extract<Verdict, 'exact' | 'edits-marked' | 'cleaned' | 'key-word-altered' | 'altered' | 'joined'>;
  readonly matched: number;
  /** Words between pieces of a `joined` quotation, or left out at a mark: the longest such gap. */
  readonly gap: number;
  /** The passage without words of a neighbouring sentence that only the alignment's ends had touched; word indices. */
  readonly start: number;
  readonly end: number;
}

/** An unmarked omission of at least this many words between word-for-word pieces is a join of separate passages. */
const JOIN_WORDS = 6;
/** A piece of a joined quotation has at least this many words. */
const JOIN_PIECE = 3;

/** Turns an alignment into edits with kinds, and edits into a verdict. Steps are in order and cover all quoted words. */
export function judge(
  quoted: QuotedWords,
  steps: readonly Step[],
  said: SaidWords,
  lexicon: Lexicon,
  joined: readonly JoinedPiece[] = [],
): Judgement {
  if (quoted.marks.length === 0 && joined.length === 0 && steps.every(({ kind }) => kind === SAME)) {
    const [start, end] = [steps[0].s0, steps[steps.length - 1].s1];
    return { edits: [], verdict: 'exact', matched: quoted.count, gap: 0, start, end };
  }
  const compared = new Compared(quoted, said, lexicon);
  const settled = withNumbersTogether(compared, steps);
  const finder = new Changes(compared);
  const changes = finder.in(settled);
  const edits = [...changes.map((change) => editOf(compared, change, finder)), ...sicEdits(compared, settled)];
  edits.sort((a, b) => a.quote[0] - b.quote[0] || a.source[0] - b.source[0]);
  const matched = quoted.count - changes.filter(isUnmatched).reduce((sum, change) => sum + change.q1 - change.q0, 0);
  const gap = changes.reduce(
    (most, change) => (change.kind === 'marked-cut' ? Math.max(most, change.s1 - change.s0) : most),
    0,
  );
  const { start, end } = finder;
  if (joined.length > 0) {
    const own = changes.filter(({ q0, q1 }) => !joined.some((piece) => q0 >= piece.q0 && q1 <= piece.q1));
    const wordForWord = own.every(({ kind }) => MARKED.has(kind) || HARMLESS.has(kind));
    const gap = Math.max(...joined.map((piece) => distance(piece, start, end)));
    const verdict = wordForWord ? 'joined' : verdictOf(changes, edits);
    return { edits, verdict, matched: matched + joined.reduce((sum, { q0, q1 }) => sum + q1 - q0, 0), gap, start, end };
  }
  const joinGap = joinedGap(changes, settled);
  if (joinGap > 0) return { edits, verdict: 'joined', matched, gap: joinGap, start, end };
  return { edits, verdict: verdictOf(changes, edits), matched, gap, start, end };
}

/** Words between a joined piece and the passage. */
const distance = ({ q0, q1, start }: JoinedPiece, from: number, to: number): number =>
  start >= to ? start - to : Math.max(0, from - (start + q1 - q0));

const isUnmatched = ({ kind }: Change): boolean => PROTECTED.has(kind) || kind === 'content' || kind === 'filler';

function verdictOf(changes: readonly Change[], edits: readonly Edit[]): Judgement['verdict'] {
  if (edits.length === 0) return 'exact';
  const kinds = new Set(edits.map(({ kind }) => kind));
  for (const kind of kinds) if (PROTECTED.has(kind)) return 'key-word-altered';
  if (kinds.has('content')) return 'altered';
  for (const kind of kinds) if (HARMLESS.has(kind)) return 'cleaned';
  return changes.length === 0 && kinds.size === 0 ? 'exact' : 'edits-marked';
}

/** The longest unmarked omission, when such omissions between word-for-word pieces are all that was changed; else 0. */
function joinedGap(changes: readonly Change[], steps: readonly Step[]): number {
  let gap = 0;
  for (const change of changes) {
    if (MARKED.has(change.kind) || HARMLESS.has(change.kind)) continue;
    if (change.q1 > change.q0 || change.s1 - change.s0 < JOIN_WORDS) return 0;
    gap = Math.max(gap, change.s1 - change.s0);
  }
  if (gap === 0) return 0;
  let piece = 0;
  for (const step of steps) {
    if (step.kind === LEFT_OUT && step.s1 - step.s0 >= JOIN_WORDS) {
      if (piece < JOIN_PIECE) return 0;
      piece = 0;
    } else piece += step.q1 - step.q0;
  }
  return piece >= JOIN_PIECE ? gap : 0;
}
