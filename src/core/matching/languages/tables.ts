/** The words of one language that decide a verdict, in folded form (see core/text). Adding a language adds a file beside this. */
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
  /** Units and currency signs with the sign they stand for. */
  readonly units: Readonly<Record<string, string>>;
  /** Words inside a number that add nothing: "two hundred and five". */
  readonly numberGlue: readonly string[];
  /** Words at the start of a sentence that turn what was said before. */
  readonly turners: readonly string[];
}

/** The words of a text with white space between them. */
export const listed = (text: string): string[] => text.trim().split(/\s+/u);
