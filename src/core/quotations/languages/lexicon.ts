import type { Language } from './language.ts';

/** What a word can be, as bits. */
export const CUE = 1;
export const PARTICIPLE = 2;
export const ADDRESSED = 4;
export const PRONOUN = 8;
export const DETERMINER = 16;
export const PREPOSITION = 32;
export const CONJUNCTION = 64;
export const RELATIVE = 128;
export const FILLER = 256;
export const NOT_NAME = 512;
export const TITLE = 1024;
export const ABBREVIATION = 2048;
export const PARTICLE = 4096;
export const BODY = 8192;
export const NAMING = 16384;
export const WORK = 32768;
export const HEAD = 65536;
export const BASE = 131072;
export const SPEECH = 262144;
export const STRONG = 524288;
export const PASSIVE = 1048576;
export const REPORTED = 2097152;
export const TIME = 4194304;
export const AUXILIARY = 8388608;
export const OBLIQUE = 16777216;
export const COORDINATOR = 33554432;

/** A language's tables with one lookup per word. */
export interface Lexicon {
  readonly language: Language;
  readonly classes: ReadonlyMap<string, number>;
  readonly according: readonly (readonly string[])[];
}

const compiled = new WeakMap<Language, Lexicon>();

function compile(language: Language): Lexicon {
  const classes = new Map<string, number>();
  const put = (list: readonly string[], bit: number): void => {
    for (const word of list) classes.set(word, (classes.get(word) ?? 0) | bit);
  };
  put(language.cues, CUE);
  put(language.participles, CUE | PARTICIPLE);
  put(language.addressed, ADDRESSED);
  put(Object.keys(language.pronouns), PRONOUN);
  put(language.determiners, DETERMINER);
  put(language.prepositions, PREPOSITION);
  put(language.conjunctions, CONJUNCTION);
  put(language.relatives, RELATIVE);
  put(language.fillers, FILLER);
  put(language.notNames, NOT_NAME);
  put(Object.keys(language.titles), TITLE);
  put(language.abbreviations, ABBREVIATION);
  put(language.particles, PARTICLE);
  put(language.bodies, BODY);
  put(language.naming, NAMING);
  put(language.works, WORK);
  put(language.heads, HEAD);
  put(language.bases, BASE);
  put(language.speech, SPEECH);
  put(language.strong, STRONG);
  put(language.passives, PASSIVE);
  put(language.reported, REPORTED);
  put(language.times, TIME);
  put(language.auxiliaries, AUXILIARY);
  put(language.obliques, OBLIQUE);
  put(language.coordinators, COORDINATOR);
  return { language, classes, according: language.according.map((phrase) => phrase.split(' ')) };
}

/** The lexicon of a language; built once per language. */
export function lexiconOf(language: Language): Lexicon {
  let lexicon = compiled.get(language);
  if (lexicon === undefined) compiled.set(language, (lexicon = compile(language)));
  return lexicon;
}
