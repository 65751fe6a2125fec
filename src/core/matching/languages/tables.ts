/**
 * The words of one language that decide a verdict, in folded form (see core/text). Adding a language adds a file beside this.
 *
 * The tables are written from the closed word classes that any grammar of the language lists, with their inflected forms; no
 * list was copied. A form that is an article far more often than a pronoun ("el", "lo", "a", "het") is left out, so that an article is
 * not called a key word. Folding joins what an apostrophe divides ("n'est" is "nest") and takes accents away, so that words that
 * differ by an accent alone ("konnte", "könnte") are one.
 */
export interface LanguageTables {
  readonly negations: readonly string[];
  readonly pronouns: readonly string[];
  readonly modals: readonly string[];
  readonly quantifiers: readonly string[];
  readonly comparatives: readonly string[];
  /** Words that may be left out or put in without changing what was said. */
  readonly fillers: readonly string[];
  readonly fillerPhrases: readonly string[];
  /** Conjunctions that may be dropped at the edge of a sentence. */
  readonly conjunctions: readonly string[];
  /** Short forms with their long form. */
  readonly contractions: Readonly<Record<string, string>>;
  /** Second readings of ambiguous short forms. */
  readonly contractionsAgain: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: readonly string[];
  readonly multipliers: Readonly<Record<string, number>>;
  /** Numbers that are an article when they stand alone: "un", "een". */
  readonly articles: readonly string[];
  /** Units and currency signs with the sign they stand for. */
  readonly units: Readonly<Record<string, string>>;
  /** Words inside a number that add nothing: "two hundred and five". */
  readonly numberGlue: readonly string[];
  /** Words at the start of a sentence that turn what was said before. */
  readonly turners: readonly string[];
}

/** The words of a text with white space between them. */
export const listed = (text: string): string[] => text.trim().split(/\s+/u);

/** Number words in the order of their values. */
export const numbered = (text: string, from = 0, step = 1): Record<string, number> =>
  Object.fromEntries(listed(text).map((word, index) => [word, from + index * step]));

/** Ordinals from the first on, each with every ending. */
export const ordinalsOf = (text: string, endings: readonly string[] = ['']): Record<string, number> =>
  Object.fromEntries(listed(text).flatMap((stem, index) => endings.map((ending) => [stem + ending, index + 1])));

/** 21 to 99 where the unit comes first and all is one word: "vierundzwanzig". Units from one, tens from twenty. */
export const unitBeforeTen = (units: string, and: string, tens: string): Record<string, number> =>
  Object.fromEntries(
    listed(tens).flatMap((ten, t) => listed(units).map((unit, u) => [unit + and + ten, (t + 2) * 10 + u + 1])),
  );
