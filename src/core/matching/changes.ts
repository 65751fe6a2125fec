import { LEFT_OUT, SAME, type Step } from './align.ts';
import { HARMLESS, type Change } from './change.ts';
import type { Compared } from './compared.ts';
import { Kinds } from './kinds.ts';
import { SPELLINGS } from './languages/spelling.ts';
import { pairing } from './pairing.ts';
import { CUT, PIECE } from './query.ts';
import { fingerDistance, letterDistance } from './similar.ts';
import type { EditKind } from './types.ts';

/** An omission longer than this is judged as one change, not word by word. */
const LONG_OMISSION = 4;

/** With so many words of a quotation plainly mistyped, one letter more is likelier a slip than a choice. */
const MANY_SLIPS = 4;

/** Turns the steps of one alignment into changes with their kinds. */
export class Changes {
  private readonly kinds: Kinds;
  private steps: readonly Step[] = [];
  /** The passage, without words of a neighbouring sentence that only the alignment's ends had touched; word indices. */
  start = 0;
  end = 0;

  constructor(private readonly compared: Compared) {
    this.kinds = new Kinds(compared);
  }

  /** All changes in order. Neighbouring steps that change something are judged as one region. */
  in(steps: readonly Step[]): Change[] {
    this.steps = steps;
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
      const gap = step.q0 < this.compared.quoted.count ? this.compared.quoted.gap[step.q0] : 0;
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

  /** UTF-16 start in the source of a quoted word; 0 when it has none. */
  placeOfWord(q: number): number {
    const step = this.steps.find(({ q0, q1 }) => q0 <= q && q < q1);
    return step === undefined ? 0 : this.compared.said.start(step.s0);
  }

  private standsAtGap(step: Step): boolean {
    return step.q0 === step.q1 && this.compared.quoted.gap[step.q0] !== 0;
  }

  /** A bracket that stands for nothing in the source is an insertion of its own. */
  private bracketEdits(changes: Change[]): void {
    for (const mark of this.compared.quoted.marks) {
      if (mark.kind !== 'bracketed') continue;
      const covered = changes.some(
        (change) => change.kind === 'bracketed' && change.q0 === mark.before && change.q1 === change.q0,
      );
      if (!covered) changes.push({ q0: mark.before, q1: mark.before, s0: -1, s1: -1, kind: 'bracketed' });
    }
  }

  /** The changes of one run of steps between words that agree. */
  private region(steps: readonly Step[]): Change[] {
    const q0 = steps[0].q0;
    const q1 = steps[steps.length - 1].q1;
    const s0 = steps[0].s0;
    const s1 = steps[steps.length - 1].s1;
    const whole = this.kinds.wholeKind(q0, q1, s0, s1);
    if (whole !== null) return [{ q0, q1, s0, s1, kind: whole }];
    if (q1 === q0) return this.omission(q0, s0, s1);
    const [from, to] = this.withinSentence(q0, q1, s0, s1);
    if (from === to) return this.insertions(q0, q1, from);
    return this.paired(q0, q1, from, to);
  }

  /** At the quotation's ends, changed words are compared with those of the same sentence only. */
  private withinSentence(q0: number, q1: number, s0: number, s1: number): [number, number] {
    let [from, to] = [s0, s1];
    // A filler or conjunction at the quotation's start stands for no word of the source, but for a first word that it replaces
    // ("so nation owns these", where "No nation" was said).
    const { said } = this.compared;
    const replacesFirst = said.opensSentence(s1 - 1) && !said.opensSentence(s1);
    if (
      q0 === 0 &&
      !(s1 > s0 && replacesFirst) &&
      this.compared
        .quotedWords(q0, q1)
        .every((word) => this.compared.lexicon.isFiller([word]) || this.compared.lexicon.isConjunction(word))
    ) {
      this.start = Math.max(this.start, s1);
      return [s1, s1];
    }
    if (q1 === this.compared.quoted.count && q0 > 0) {
      for (let s = s0; s < to; s++) if (this.compared.said.opensSentence(s)) to = s;
      this.end = Math.min(this.end, to);
    } else if (q0 === 0 && q1 < this.compared.quoted.count) {
      for (let s = s0 + 1; s <= s1; s++) if (this.compared.said.opensSentence(s)) from = s;
      this.start = Math.max(this.start, from);
    }
    return [from, to];
  }

  /** Words of the source that the quotation leaves out without a mark. */
  private omission(q: number, s0: number, s1: number): Change[] {
    const words = this.compared.saidWords(s0, s1);
    const one = (kind: EditKind): Change[] => [{ q0: q, q1: q, s0, s1, kind }];
    if (this.compared.lexicon.isFiller(words)) return one('filler');
    if (this.repeats(s0, s1)) return one('repeat');
    if (s1 - s0 >= LONG_OMISSION) return one('content');
    return words.map((word, i) => ({
      q0: q,
      q1: q,
      s0: s0 + i,
      s1: s0 + i + 1,
      kind: this.kinds.omittedKind(word, s0 + i),
    }));
  }

  /** Whether the words left out repeat those before or behind them: "we, we will"; "and if she, if she". */
  private repeats(s0: number, s1: number): boolean {
    return repeats(
      (i) => this.compared.said.folded(i),
      this.withoutLeadIn(s0, s1, (i) => this.compared.said.folded(i)),
      s1,
    );
  }

  /** Where a run begins behind its first conjunctions and fillers. */
  private withoutLeadIn(from: number, to: number, word: (i: number) => string): number {
    let start = from;
    while (
      start < to - 1 &&
      (this.compared.lexicon.isConjunction(word(start)) || this.compared.lexicon.isFiller([word(start)]))
    )
      start++;
    return start;
  }

  /** Pairs the words of a region by their letters and judges each pair and each word without a partner. */
  private paired(q0: number, q1: number, s0: number, s1: number): Change[] {
    const pairs = pairing(this.compared.quotedWords(q0, q1), this.compared.saidWords(s0, s1), (a, b) =>
      this.distance(a, b),
    );
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
      if (this.compared.quotedWord(q0 + i) !== this.compared.said.folded(s0 + j))
        changes.push(this.substitution(q0 + i, s0 + j));
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
    const words = this.compared.quotedWords(q0, q1);
    const one = (kind: EditKind): Change[] => [{ q0, q1, s0: s, s1: s, kind }];
    if (this.compared.lexicon.isFiller(words)) return one('filler');
    if (this.repeatsQuoted(q0, q1)) return one('repeat');
    if (q1 - q0 >= LONG_OMISSION) return one('content');
    return words.map((word, i) => ({
      q0: q0 + i,
      q1: q0 + i + 1,
      s0: s,
      s1: s,
      kind: this.kinds.insertedKind(word, q0 + i),
    }));
  }

  private repeatsQuoted(q0: number, q1: number): boolean {
    return repeats(
      (i) => this.compared.quotedWord(i),
      this.withoutLeadIn(q0, q1, (i) => this.compared.quotedWord(i)),
      q1,
    );
  }

  private substitution(q: number, s: number): Change {
    return { q0: q, q1: q + 1, s0: s, s1: s + 1, kind: this.kinds.substitutionKind(q, s) };
  }

  /**
   * A slip that happens to be another word can't be told from a change when it stands alone. Where other words of the same
   * quotation are plainly mistyped, one letter's difference is taken for one more slip, but never where a negation is at
   * stake; and where one protected word stands for another of its kind, only among many slips.
   */
  private settleNoise(changes: Change[]): void {
    const slips = changes.filter(({ kind }) => kind === 'noise').length;
    if (slips === 0) return;
    for (const change of changes) {
      if (HARMLESS.has(change.kind) || change.q1 - change.q0 !== 1 || change.s1 - change.s0 !== 1) continue;
      const a = this.compared.quotedWord(change.q0);
      const b = this.compared.said.folded(change.s0);
      const kindA = this.compared.lexicon.protectedKind(a);
      const kindB = this.compared.lexicon.protectedKind(b);
      const sameKind = kindA !== null && kindA === kindB && slips < MANY_SLIPS;
      if (kindA === 'negation' || kindB === 'negation' || sameKind || /\d/u.test(a + b)) continue;
      // A word that the shard does not know at all may be further off.
      const named = this.kinds.isName(
        this.compared.said.surface(change.s0),
        this.compared.said.opensSentence(change.s0),
      );
      const unknown = this.compared.said.frequencyOf(a) === 0;
      const limit = unknown && !named ? Math.max(2, Math.ceil(b.length / 2)) : 1;
      if (letterDistance(a, b, limit) <= limit || (unknown && fingerDistance(a, b) <= b.length / 2))
        change.kind = 'noise';
    }
  }

  private distance(a: string, b: string): number {
    if (a === b || SPELLINGS.get(a) === b) return 0;
    const length = Math.max(a.length, b.length);
    return Math.min(100, Math.round((letterDistance(a, b, Math.ceil(length / 2)) * 100) / length) + 10);
  }
}

/**
 * Whether a run of words stands once more right before or right behind itself. Where the word before the run is its last one too,
 * the run may as well begin a word earlier: "a year, a year, a" has "year, a" twice, whichever way the alignment cut it.
 */
function repeats(word: (i: number) => string, from: number, to: number): boolean {
  const length = to - from;
  const same = (start: number, other: number): boolean => {
    for (let i = 0; i < length; i++) if (word(start + i) !== word(other + i)) return false;
    return true;
  };
  for (let start = from; start > from - length; start--) {
    if (same(start, start - length) || same(start, start + length)) return true;
    if (word(start - 1) !== word(start + length - 1)) break;
  }
  return false;
}

const places = ({ q0, q1, s0, s1 }: Step) => ({ q0, q1, s0, s1 });
