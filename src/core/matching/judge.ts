import { CHANGED, FORM, LEFT_OUT, SAME, type Step } from './align.ts';
import type { Lexicon } from './lexicon.ts';
import { CUT, PIECE, type QuotedWords } from './query.ts';
import type { JoinedPiece } from './search.ts';
import { isNear, isSwapped, letterDistance } from './similar.ts';
import { SPELLINGS } from './languages/spelling.ts';
import type { Edit, EditKind, Verdict } from './types.ts';

/** The words of a passage, numbered as in the shard, with their places in the turn's text. */
export interface SaidWords {
  folded(word: number): string;
  /** UTF-16 offsets in the turn's text. */
  start(word: number): number;
  end(word: number): number;
  surface(word: number): string;
  /** Whether a sentence begins with this word. */
  opensSentence(word: number): boolean;
  /** How common the word is in the shard: its number of occurrences. */
  frequencyOf(folded: string): number;
  /** How often two words stand side by side in the shard. */
  pairFrequency(first: string, second: string): number;
  /** Words of the shard. */
  readonly shardLength: number;
}

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

const MARKED: ReadonlySet<EditKind> = new Set(['marked-cut', 'bracketed', 'sic']);
const HARMLESS: ReadonlySet<EditKind> = new Set([
  'filler',
  'repeat',
  'contraction',
  'numeral',
  'spelling',
  'edge-conjunction',
  'noise',
]);
const PROTECTED: ReadonlySet<EditKind> = new Set([
  'negation',
  'number',
  'name',
  'pronoun',
  'modal',
  'quantifier',
  'comparative',
]);
/** An unmarked omission of at least this many words between word-for-word pieces is a join of separate passages. */
const JOIN_WORDS = 6;
/** A piece of a joined quotation has at least this many words. */
const JOIN_PIECE = 3;
/** A word is rare when it is at most this share of a shard's words, beside a word `COMMON_RATIO` times as frequent. */
const RARE_SHARE = 1.2e-5;
const COMMON_RATIO = 50;
/**
 * Below this many words a shard's vocabulary says nothing about which words there are: a word that it lacks may be as good as
 * the one it has ("northern", "southern"), so a difference of letters is then a change of the word, and only two
 * letters that changed places are a slip.
 */
const VOCABULARY_WORDS = 300_000;
/** An omission longer than this is judged as one change, not word by word. */
const LONG_OMISSION = 4;

/** A word edit before its kind is known, over word indices. */
interface Change {
  readonly q0: number;
  readonly q1: number;
  readonly s0: number;
  readonly s1: number;
  kind: EditKind;
}

/** Turns an alignment into edits with kinds, and edits into a verdict. Steps are in order and cover all quoted words. */
export function judge(
  quoted: QuotedWords,
  steps: readonly Step[],
  said: SaidWords,
  lexicon: Lexicon,
  joined: readonly JoinedPiece[] = [],
): Judgement {
  const judgeOf = new Judge(quoted, said, lexicon);
  const settled = judgeOf.withNumbersTogether(steps);
  const changes = judgeOf.changes(settled);
  const edits = [...changes.map((change) => judgeOf.edit(change)), ...judgeOf.sicEdits(settled)];
  edits.sort((a, b) => a.quote[0] - b.quote[0] || a.source[0] - b.source[0]);
  const matched = quoted.count - changes.filter(isUnmatched).reduce((sum, change) => sum + change.q1 - change.q0, 0);
  const gap = changes.reduce(
    (most, change) => (change.kind === 'marked-cut' ? Math.max(most, change.s1 - change.s0) : most),
    0,
  );
  const { start, end } = judgeOf;
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

class Judge {
  /** UTF-16 start in the source of every quoted word. */
  private readonly placesOfWords: number[] = [];
  start = 0;
  end = 0;

  constructor(
    private readonly quoted: QuotedWords,
    private readonly said: SaidWords,
    private readonly lexicon: Lexicon,
  ) {}

  /** All changes in order. Neighbouring steps that change something are judged as one region. */
  changes(steps: readonly Step[]): Change[] {
    for (const { q0, q1, s0 } of steps) for (let q = q0; q < q1; q++) this.placesOfWords[q] = this.said.start(s0);
    this.start = steps.find(({ s0, s1 }) => s1 > s0)?.s0 ?? steps[0].s0;
    this.end = steps.findLast(({ s0, s1 }) => s1 > s0)?.s1 ?? this.start;
    const changes: Change[] = [];
    let region: Step[] = [];
    const close = (): void => {
      if (region.length > 0) changes.push(...this.region(region));
      region = [];
    };
    for (const step of steps) {
      // Nothing is judged across a gap that the outlet marked.
      const gap = step.q0 < this.quoted.count ? this.quoted.gap[step.q0] : 0;
      const marked = step.kind === LEFT_OUT && gap !== 0 && this.standsAtGap(step);
      if (step.kind === SAME || marked || gap !== 0) close();
      if (marked) changes.push({ ...places(step), kind: gap === CUT || gap === PIECE ? 'marked-cut' : 'bracketed' });
      else if (step.kind !== SAME) region.push(step);
    }
    close();
    this.bracketEdits(changes);
    this.settleNoise(changes);
    return changes;
  }

  /** The steps with every number that is written otherwise on the two sides ("$20 million", "20 million dollars") as one step. */
  withNumbersTogether(steps: readonly Step[]): readonly Step[] {
    const out: Step[] = [];
    for (let i = 0; i < steps.length;) {
      const length = this.numberSteps(steps, i);
      const together = length > 1 ? this.oneNumber(steps.slice(i, i + length)) : null;
      if (together === null) out.push(...steps.slice(i, i + Math.max(1, length)));
      else out.push(...together);
      i += Math.max(1, length);
    }
    return out;
  }

  /** How many steps from `from` on touch only words of numbers, at least on one side. */
  private numberSteps(steps: readonly Step[], from: number): number {
    let length = 0;
    for (; from + length < steps.length; length++) {
      const { kind, q0, q1, s0, s1 } = steps[from + length];
      if (q1 - q0 > 2 || s1 - s0 > 2) break;
      const quoted = this.quotedWords(q0, q1);
      const said = this.saidWords(s0, s1);
      const inNumber = (words: readonly string[]): boolean =>
        words.length > 0 && words.every((word) => this.isOfNumber(word));
      const oneSide = kind === CHANGED && (inNumber(quoted) || inNumber(said));
      const bothSides = (quoted.length === 0 || inNumber(quoted)) && (said.length === 0 || inNumber(said));
      if (!oneSide && !bothSides) break;
    }
    return length;
  }

  private isOfNumber(word: string): boolean {
    return this.lexicon.isOfNumber(word);
  }

  /** Steps of one number as one step, with the other words beside it; null when the numbers differ or nothing was changed. */
  private oneNumber(steps: readonly Step[]): Step[] | null {
    if (steps.every(({ kind }) => kind === SAME)) return null;
    const [q0, q1] = [steps[0].q0, steps[steps.length - 1].q1];
    let [s0, s1] = [steps[0].s0, steps[steps.length - 1].s1];
    const [from, to] = [s0, s1];
    while (s0 < s1 && !this.isOfNumber(this.said.folded(s0))) s0++;
    while (s1 > s0 && !this.isOfNumber(this.said.folded(s1 - 1))) s1--;
    const quoted = this.quotedWords(q0, q1);
    if (!quoted.every((word) => this.isOfNumber(word))) return null;
    const value = this.lexicon.numberValue(quoted);
    if (value === null || value !== this.lexicon.numberValue(this.saidWords(s0, s1))) return null;
    const beside = (start: number, end: number, q: number): Step[] =>
      start < end && q > 0 && q < this.quoted.count ? [{ kind: LEFT_OUT, q0: q, q1: q, s0: start, s1: end }] : [];
    return [...beside(from, s0, q0), { kind: FORM, q0, q1, s0, s1 }, ...beside(s1, to, q1)];
  }

  private standsAtGap(step: Step): boolean {
    return step.q0 === step.q1 && this.quoted.gap[step.q0] !== 0;
  }

  /** A bracket that stands for nothing in the source is an insertion of its own. */
  private bracketEdits(changes: Change[]): void {
    for (const mark of this.quoted.marks) {
      if (mark.kind !== 'bracketed') continue;
      const covered = changes.some(
        (change) => change.kind === 'bracketed' && change.q0 === mark.before && change.q1 === change.q0,
      );
      if (!covered) changes.push({ q0: mark.before, q1: mark.before, s0: -1, s1: -1, kind: 'bracketed' });
    }
  }

  sicEdits(steps: readonly Step[]): Edit[] {
    return this.quoted.marks
      .filter(({ kind }) => kind === 'sic')
      .map((mark): Edit => {
        const at = this.placeBefore(mark.before, steps);
        return { op: 'ins', quote: [mark.start, mark.end], source: [at, at], kind: 'sic' };
      });
  }

  private placeBefore(word: number, steps: readonly Step[]): number {
    const step = steps.find(({ q1, q0 }) => q1 >= word && q1 > q0);
    return step === undefined ? this.said.end(steps[steps.length - 1].s1 - 1) : this.said.end(step.s1 - 1);
  }

  edit(change: Change): Edit {
    const quote = this.quoteRange(change);
    const source = this.sourceRange(change);
    const op = quote[1] === quote[0] ? 'del' : source[1] === source[0] ? 'ins' : 'sub';
    return { op, quote, source, kind: change.kind };
  }

  private quoteRange({ q0, q1, kind }: Change): [number, number] {
    const { words, count, marks } = this.quoted;
    if (q1 > q0) return [words.start[q0], words.end[q1 - 1]];
    const mark = MARKED.has(kind)
      ? marks.find(({ before, kind: marked }) => before === q0 && marked === kind)
      : undefined;
    if (mark !== undefined) return [mark.start, mark.end];
    const at = q0 < count ? words.start[q0] : words.end[count - 1];
    return [at, at];
  }

  private sourceRange({ q0, s0, s1 }: Change): [number, number] {
    if (s0 === -1) {
      const at = this.bracketPlace(q0);
      return [at, at];
    }
    if (s1 > s0) return [this.said.start(s0), this.said.end(s1 - 1)];
    const at = this.said.start(s0);
    return [at, at];
  }

  /** Where in the source a bracket without a counterpart stands. */
  private bracketPlace(word: number): number {
    return this.placesOfWords[Math.min(word, this.placesOfWords.length - 1)] ?? 0;
  }

  /** The changes of one run of steps between words that agree. */
  private region(steps: readonly Step[]): Change[] {
    const q0 = steps[0].q0;
    const q1 = steps[steps.length - 1].q1;
    const s0 = steps[0].s0;
    const s1 = steps[steps.length - 1].s1;
    const whole = this.wholeKind(q0, q1, s0, s1);
    if (whole !== null) return [{ q0, q1, s0, s1, kind: whole }];
    if (q1 === q0) return this.omission(q0, s0, s1);
    const [from, to] = this.withinSentence(q0, q1, s0, s1);
    if (from === to) return this.insertions(q0, q1, from);
    return this.paired(q0, q1, from, to);
  }

  /** At the quotation's ends, changed words are compared with those of the same sentence only. */
  private withinSentence(q0: number, q1: number, s0: number, s1: number): [number, number] {
    let [from, to] = [s0, s1];
    // A filler or conjunction at the quotation's start stands for no word of the source.
    if (
      q0 === 0 &&
      this.quotedWords(q0, q1).every((word) => this.lexicon.isFiller([word]) || this.lexicon.isConjunction(word))
    ) {
      this.start = Math.max(this.start, s1);
      return [s1, s1];
    }
    if (q1 === this.quoted.count && q0 > 0) {
      for (let s = s0; s < to; s++) if (this.said.opensSentence(s)) to = s;
      this.end = Math.min(this.end, to);
    } else if (q0 === 0 && q1 < this.quoted.count) {
      for (let s = s0 + 1; s <= s1; s++) if (this.said.opensSentence(s)) from = s;
      this.start = Math.max(this.start, from);
    }
    return [from, to];
  }

  /** What a region is when its two sides as a whole say the same, or null. */
  private wholeKind(q0: number, q1: number, s0: number, s1: number): EditKind | null {
    if (q1 === q0 || s1 === s0) return null;
    const a = this.quotedWords(q0, q1);
    const b = this.saidWords(s0, s1);
    if (a.join('') === b.join('')) return 'spelling';
    if (this.sameNumber(q0, q1, s0, s1)) return 'numeral';
    if (this.sameWrittenOut(a, b)) return 'contraction';
    if (a.length === b.length && a.every((word, i) => word === b[i] || SPELLINGS.get(word) === b[i])) return 'spelling';
    return null;
  }

  private sameWrittenOut(a: readonly string[], b: readonly string[]): boolean {
    const { lexicon } = this;
    const written = lexicon.writtenOut(a).join(' ');
    if (written === lexicon.writtenOut(b).join(' ')) return true;
    // Second readings ("he's" = "he has") for one short form against its words.
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return short.length === 1 && lexicon.longFormsOf(short[0]).some((form) => form.join(' ') === long.join(' '));
  }

  /** Whether two runs are the same number, taking in the number words that stand around them on both sides. */
  private sameNumber(q0: number, q1: number, s0: number, s1: number): boolean {
    const { lexicon } = this;
    const inNumber = (word: string): boolean => lexicon.isOfNumber(word);
    let [a0, a1, b0, b1] = [q0, q1, s0, s1];
    for (
      let i = 0;
      i < 3 && a0 > 0 && inNumber(this.quotedWord(a0 - 1)) && this.quotedWord(a0 - 1) === this.said.folded(b0 - 1);
      i++
    ) {
      a0--;
      b0--;
    }
    for (
      let i = 0;
      i < 3 && a1 < this.quoted.count && inNumber(this.quotedWord(a1)) && this.quotedWord(a1) === this.said.folded(b1);
      i++
    ) {
      a1++;
      b1++;
    }
    const value = lexicon.numberValue(this.quotedWords(a0, a1));
    return value !== null && value === lexicon.numberValue(this.saidWords(b0, b1));
  }

  /** Words of the source that the quotation leaves out without a mark. */
  private omission(q: number, s0: number, s1: number): Change[] {
    const words = this.saidWords(s0, s1);
    const one = (kind: EditKind): Change[] => [{ q0: q, q1: q, s0, s1, kind }];
    if (this.lexicon.isFiller(words)) return one('filler');
    if (this.repeats(s0, s1)) return one('repeat');
    if (s1 - s0 >= LONG_OMISSION) return one('content');
    return words.map((word, i) => ({ q0: q, q1: q, s0: s0 + i, s1: s0 + i + 1, kind: this.omittedKind(word, s0 + i) }));
  }

  private omittedKind(word: string, place: number): EditKind {
    if (this.lexicon.isFiller([word])) return this.atSentenceEdge(word, place) ? 'edge-conjunction' : 'filler';
    if (this.atSentenceEdge(word, place)) return 'edge-conjunction';
    const kind = this.lexicon.protectedKind(word);
    if (kind !== null) return kind;
    return this.isName(this.said.surface(place), this.said.opensSentence(place)) ? 'name' : 'content';
  }

  private atSentenceEdge(word: string, place: number): boolean {
    return this.lexicon.isConjunction(word) && this.said.opensSentence(place);
  }

  /** Whether the words left out repeat those before or behind them: "we, we will"; "and if she, if she". */
  private repeats(s0: number, s1: number): boolean {
    return repeats(
      (i) => this.said.folded(i),
      this.withoutLeadIn(s0, s1, (i) => this.said.folded(i)),
      s1,
    );
  }

  /** Where a run begins behind its first conjunctions and fillers. */
  private withoutLeadIn(from: number, to: number, word: (i: number) => string): number {
    let start = from;
    while (start < to - 1 && (this.lexicon.isConjunction(word(start)) || this.lexicon.isFiller([word(start)]))) start++;
    return start;
  }

  /** Pairs the words of a region by their letters and judges each pair and each word without a partner. */
  private paired(q0: number, q1: number, s0: number, s1: number): Change[] {
    const pairs = pairing(this.quotedWords(q0, q1), this.saidWords(s0, s1), (a, b) => this.distance(a, b));
    const changes: Change[] = [];
    let omittedFrom = s0;
    let insertedFrom = 0;
    let insertedTo = 0;
    let at = s0;
    const closeOmission = (q: number): void => {
      if (omittedFrom < at) changes.push(...this.omission(q, omittedFrom, at));
      omittedFrom = at;
    };
    const closeInsertion = (): void => {
      if (insertedTo > insertedFrom) changes.push(...this.insertions(q0 + insertedFrom, q0 + insertedTo, at));
      insertedFrom = insertedTo;
    };
    for (const [i, j] of pairs) {
      if (i === -1) {
        closeInsertion();
        at = s0 + j + 1;
        continue;
      }
      closeOmission(q0 + i);
      if (j === -1) {
        insertedTo = i + 1;
        continue;
      }
      closeInsertion();
      if (this.quotedWord(q0 + i) !== this.said.folded(s0 + j)) changes.push(this.substitution(q0 + i, s0 + j));
      insertedFrom = i + 1;
      insertedTo = i + 1;
      at = s0 + j + 1;
      omittedFrom = at;
    }
    closeInsertion();
    closeOmission(q1);
    return changes;
  }

  /** Words of the quotation that the source does not have there. */
  private insertions(q0: number, q1: number, s: number): Change[] {
    const words = this.quotedWords(q0, q1);
    const one = (kind: EditKind): Change[] => [{ q0, q1, s0: s, s1: s, kind }];
    if (this.lexicon.isFiller(words)) return one('filler');
    if (this.repeatsQuoted(q0, q1)) return one('repeat');
    if (q1 - q0 >= LONG_OMISSION) return one('content');
    return words.map((word, i) => ({
      q0: q0 + i,
      q1: q0 + i + 1,
      s0: s,
      s1: s,
      kind: this.insertedKind(word, q0 + i),
    }));
  }

  private insertedKind(word: string, q: number): EditKind {
    if (this.quoted.bracketed[q] === 1) return 'bracketed';
    const opens = q === 0 || /[.!?…:]["'”’)]*\s*$/u.test(this.quoted.text.slice(0, this.quoted.words.start[q]));
    if (opens && this.lexicon.isConjunction(word)) return 'edge-conjunction';
    if (this.lexicon.isFiller([word])) return 'filler';
    return this.lexicon.protectedKind(word) ?? (this.isName(this.quotedSurface(q), opens) ? 'name' : 'content');
  }

  private repeatsQuoted(q0: number, q1: number): boolean {
    return repeats(
      (i) => this.quotedWord(i),
      this.withoutLeadIn(q0, q1, (i) => this.quotedWord(i)),
      q1,
    );
  }

  private substitution(q: number, s: number): Change {
    return { q0: q, q1: q + 1, s0: s, s1: s + 1, kind: this.substitutionKind(q, s) };
  }

  private substitutionKind(q: number, s: number): EditKind {
    const { lexicon, said } = this;
    const a = this.quotedWord(q);
    const b = said.folded(s);
    if (this.quoted.bracketed[q] === 1) return 'bracketed';
    const whole = this.wholeKind(q, q + 1, s, s + 1);
    if (whole !== null) return whole;
    if (a === `${b}s` || b === `${a}s`) {
      // "ISIS'" and "ISIS's" are one genitive written two ways.
      if (
        isGenitive(this.quotedSurface(q), this.quoted.text, this.quoted.words.end[q]) ||
        isGenitive(said.surface(s), '', 0)
      )
        return 'spelling';
    }
    const kindA = lexicon.protectedKind(a);
    const kindB = lexicon.protectedKind(b);
    if (kindA === 'number' && kindB === 'number') return 'number';
    const near = this.knowsWords ? isNear(a, b) : isSwapped(a, b);
    const garbled = near && (said.frequencyOf(a) === 0 || said.frequencyOf(b) === 0) && !/^\d/u.test(a + b);
    if (garbled && kindA === null) return 'noise';
    const sameKind = kindA !== null && kindA === kindB;
    if (!sameKind && kindA !== 'negation' && kindB !== 'negation' && !/\d/u.test(a + b) && this.isSlip(q, a, b))
      return 'noise';
    if ((a === 'a' && b === 'an') || (a === 'an' && b === 'a')) return 'spelling';
    const remainder = this.remainder(a, b) ?? this.remainder(b, a);
    if (remainder !== null) return lexicon.protectedKind(remainder) ?? 'content';
    if (lexicon.isNegation(a) !== lexicon.isNegation(b)) return 'negation';
    const kind = kindB ?? kindA;
    if (kind !== null) return kind;
    const opens = said.opensSentence(s);
    if (this.isName(said.surface(s), opens) || (this.isName(this.quotedSurface(q), opens || q === 0) && !isNear(a, b)))
      return 'name';
    return 'content';
  }

  /** What a short form says beyond the other word: "have" for "we've" and "we"; null when it begins otherwise. */
  private remainder(short: string, word: string): string | null {
    const form = this.lexicon.longFormsOf(short).find((long) => long.length === 2 && long[0] === word);
    return form === undefined ? null : form[1];
  }

  /**
   * A slip that happens to be another word can't be told from a change when it stands alone. Where other words of the same
   * quotation are plainly mistyped, one letter's difference is taken for one more slip, but never where a negation is at
   * stake or one protected word stands for another of its kind.
   */
  private settleNoise(changes: Change[]): void {
    if (!changes.some(({ kind }) => kind === 'noise')) return;
    for (const change of changes) {
      if (HARMLESS.has(change.kind) || change.q1 - change.q0 !== 1 || change.s1 - change.s0 !== 1) continue;
      const a = this.quotedWord(change.q0);
      const b = this.said.folded(change.s0);
      const kindA = this.lexicon.protectedKind(a);
      const kindB = this.lexicon.protectedKind(b);
      if (kindA === 'negation' || kindB === 'negation' || (kindA !== null && kindA === kindB) || /\d/u.test(a + b))
        continue;
      // A word that the shard does not know at all may be further off.
      const named = this.isName(this.said.surface(change.s0), this.said.opensSentence(change.s0));
      const unknown = this.said.frequencyOf(a) === 0 && !named;
      const limit = unknown ? Math.max(2, Math.ceil(b.length / 2)) : 1;
      if (letterDistance(a, b, limit) <= limit) change.kind = 'noise';
    }
  }

  /**
   * One letter off, and either so rare beside the other word that a slip is likelier than a choice, or a word that never
   * stands beside its neighbours in the whole shard.
   */
  private isSlip(q: number, a: string, b: string): boolean {
    const { said } = this;
    if (!this.knowsWords || letterDistance(a, b, 1) > 1) return false;
    const rare = Math.max(1, RARE_SHARE * said.shardLength);
    if (said.frequencyOf(a) <= rare && said.frequencyOf(b) >= said.frequencyOf(a) * COMMON_RATIO) return true;
    const before = this.quotedWord(q - 1);
    const behind = this.quotedWord(q + 1);
    if (before === '' || behind === '') return false;
    return said.pairFrequency(before, a) === 0 && said.pairFrequency(a, behind) === 0;
  }

  private get knowsWords(): boolean {
    return this.said.shardLength >= VOCABULARY_WORDS;
  }

  /** Capitalised where no sentence begins. */
  private isName(surface: string, opensSentence: boolean): boolean {
    return !opensSentence && /^\p{Lu}/u.test(surface) && surface !== 'I';
  }

  private distance(a: string, b: string): number {
    if (a === b || SPELLINGS.get(a) === b) return 0;
    const length = Math.max(a.length, b.length);
    return Math.min(100, Math.round((letterDistance(a, b, Math.ceil(length / 2)) * 100) / length) + 10);
  }

  private quotedWord(i: number): string {
    return this.quoted.folded[i] ?? '';
  }
  private quotedSurface(i: number): string {
    return this.quoted.text.slice(this.quoted.words.start[i], this.quoted.words.end[i]);
  }
  private quotedWords(from: number, to: number): string[] {
    return Array.from({ length: to - from }, (_, i) => this.quotedWord(from + i));
  }
  private saidWords(from: number, to: number): string[] {
    return Array.from({ length: to - from }, (_, i) => this.said.folded(from + i));
  }
}

/** Whether a run of words stands once more right before or right behind itself. */
function repeats(word: (i: number) => string, from: number, to: number): boolean {
  const length = to - from;
  const same = (other: number): boolean => {
    for (let i = 0; i < length; i++) if (word(from + i) !== word(other + i)) return false;
    return true;
  };
  return same(from - length) || same(to);
}

const isGenitive = (surface: string, text: string, end: number): boolean =>
  /['’]s?$/u.test(surface) || /^['’]/u.test(text.slice(end, end + 1));

const places = ({ q0, q1, s0, s1 }: Step) => ({ q0, q1, s0, s1 });

/** In whole hundredths, so that sums can be compared. The cheapest pairing of two short lists of words in order; -1 for a word without a partner. */
function pairing(
  a: readonly string[],
  b: readonly string[],
  distance: (a: string, b: string) => number,
): [number, number][] {
  const m = a.length;
  const n = b.length;
  if (m * n > 2_500) return plainPairing(m, n);
  const alone = 60;
  const costs: number[][] = [Array.from({ length: n + 1 }, (_, j) => j * alone)];
  for (let i = 1; i <= m; i++) {
    costs.push([i * alone]);
    for (let j = 1; j <= n; j++) {
      costs[i][j] = Math.min(
        costs[i - 1][j - 1] + distance(a[i - 1], b[j - 1]),
        costs[i - 1][j] + alone,
        costs[i][j - 1] + alone,
      );
    }
  }
  const pairs: [number, number][] = [];
  let i = m;
  let j = n;
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && costs[i][j] === costs[i - 1][j - 1] + distance(a[i - 1], b[j - 1])) pairs.push([--i, --j]);
    else if (i > 0 && (j === 0 || costs[i][j] === costs[i - 1][j] + alone)) pairs.push([--i, -1]);
    else pairs.push([-1, --j]);
  }
  return pairs.reverse();
}

function plainPairing(m: number, n: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < Math.max(m, n); i++) pairs.push([i < m ? i : -1, i < n ? i : -1]);
  return pairs;
}
