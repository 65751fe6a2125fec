/** What the finder knows about a language. Adding a language is one file with one of these, named in index.ts. */
export interface Language {
  readonly code: string;
  /** Frequent small words of no other language, to tell the language of a page that declares none. */
  readonly signs: readonly string[];
  /** Reporting verbs, every form that stands in running text, lower case. A strong cue beside a quotation names its speaker. */
  readonly cues: readonly string[];
  /** The commonest verbs of saying among `cues`; they outweigh verbs of thinking and calling that stand nearer. */
  readonly strong: readonly string[];
  /** Forms of `cues` that are nouns as often as verbs (claim, report): cues only behind a subject or an auxiliary. */
  readonly bases: readonly string[];
  /** Forms of `cues` that have no subject of their own (saying, to say): the subject of the clause speaks. */
  readonly participles: readonly string[];
  /** Cues whose following noun is the one spoken to (told): never read as `"…" told X` with X the speaker. */
  readonly addressed: readonly string[];
  /** Forms of “to be” that turn an addressed cue passive (was told). */
  readonly passives: readonly string[];
  /** Prepositions and phrases that name the source before it (according to, laut); words joined by one space. */
  readonly according: readonly string[];
  /** The same, behind the source (zufolge). */
  readonly accordingBehind: readonly string[];
  /** Pronouns that can speak, with the gender they show: m, f, or - for unknown or plural. */
  readonly pronouns: Readonly<Record<string, 'm' | 'f' | '-'>>;
  /** Possessives that can stand for the one who speaks (his remark). */
  readonly possessives: Readonly<Record<string, 'm' | 'f' | '-'>>;
  /** Pronouns joined to their verb by a hyphen (a-t-il, dit-elle): cut off as words of their own. */
  readonly enclitics: readonly string[];
  readonly determiners: readonly string[];
  readonly prepositions: readonly string[];
  readonly conjunctions: readonly string[];
  readonly relatives: readonly string[];
  /** Auxiliaries, negations and adverbs that stand between a subject and its verb. */
  readonly fillers: readonly string[];
  /** Words that are capitalised at a sentence's start without being names. */
  readonly notNames: readonly string[];
  /** Titles and forms of address before a name: not part of it. `m`/`f` tell the gender. */
  readonly titles: Readonly<Record<string, 'm' | 'f' | '-'>>;
  /** Abbreviations whose point does not end a sentence, without the point. */
  readonly abbreviations: readonly string[];
  /** Lower-case words inside names (van, de, bin). */
  readonly particles: readonly string[];
  /** Words that make a capitalised run a body or a place, not a person. */
  readonly bodies: readonly string[];
  /** Verb forms of reported speech (sei, habe, werde): a sentence with one tells what somebody said. */
  readonly reported: readonly string[];
  /** Nouns for times: no subject speaks that ends with one (last year, a few days). */
  readonly times: readonly string[];
  /** Nouns for something said or written: whose they are speaks (his remark that “…”). */
  readonly speech: readonly string[];
  /** Nouns behind a name that make the name a mere description (the Clinton campaign, Trump supporters). */
  readonly heads: readonly string[];
  /** Words that introduce a name or a title, before or behind it (called, titled, dubbed). */
  readonly naming: readonly string[];
  /** Works, programmes, places and other things that carry titles and names (book, film, show, restaurant). */
  readonly works: readonly string[];
  /** Auxiliaries that stand in the finite verb's place (hat, wurde, will). */
  readonly auxiliaries: readonly string[];
  /** Determiners that no subject has (dem, den, einem). */
  readonly obliques: readonly string[];
  /** Conjunctions that join main clauses (und, aber): the word order after them is that of a main clause. */
  readonly coordinators: readonly string[];
  /** German writes every noun with a capital: a single capitalised word is then no sign of a name. Its clauses are read by verbSecond.ts. */
  readonly capitalNouns: boolean;
}

/** A space-separated list as words; keeps the tables readable. */
export const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** Builds a language from what its file states; lists it leaves out are empty. */
export function language(stated: Partial<Language> & Pick<Language, 'code' | 'signs' | 'cues'>): Language {
  return {
    strong: stated.cues,
    bases: [],
    participles: [],
    addressed: [],
    passives: [],
    according: [],
    accordingBehind: [],
    pronouns: {},
    possessives: {},
    enclitics: [],
    determiners: [],
    prepositions: [],
    conjunctions: [],
    relatives: [],
    fillers: [],
    notNames: [],
    titles: {},
    abbreviations: [],
    particles: [],
    bodies: [],
    speech: [],
    times: [],
    reported: [],
    auxiliaries: [],
    obliques: [],
    coordinators: [],
    heads: [],
    naming: [],
    works: [],
    capitalNouns: false,
    ...stated,
  };
}

/** Titles as `word:gender`, the gender left out where the title shows none. */
export function titles(list: string): Record<string, 'm' | 'f' | '-'> {
  return Object.fromEntries(
    words(list).map((entry) => {
      const [word, gender] = entry.split(':');
      return [word, gender === 'm' || gender === 'f' ? gender : '-'] as const;
    }),
  );
}
