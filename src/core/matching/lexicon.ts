import type { EditKind } from './types.ts';
import { SPELLINGS } from './languages/spelling.ts';
import type { LanguageTables } from './languages/tables.ts';
import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { it } from './languages/it.ts';
import { nl } from './languages/nl.ts';
import { pl } from './languages/pl.ts';
import { pt } from './languages/pt.ts';
import { ru } from './languages/ru.ts';
import { uk } from './languages/uk.ts';

const TABLES: Readonly<Record<string, LanguageTables>> = { de, en, es, fr, it, nl, pl, pt, ru, uk };

export type ProtectedKind = Extract<
  EditKind,
  'negation' | 'number' | 'pronoun' | 'modal' | 'quantifier' | 'comparative'
>;

/** The tables of a language in the form the judge asks them. */
export class Lexicon {
  private readonly kinds = new Map<string, ProtectedKind>();
  private readonly fillers: ReadonlySet<string>;
  private readonly fillerPhrases: ReadonlySet<string>;
  private readonly conjunctions: ReadonlySet<string>;
  readonly turners: ReadonlySet<string>;
  /** Long forms of each short form, as lists of words. */
  private readonly longForms = new Map<string, string[][]>();
  /** Short forms of two words, by the first and then the second. */
  private readonly shortForms = new Map<string, Map<string, string[]>>();
  private readonly glue: ReadonlySet<string>;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly multipliers: ReadonlyMap<string, number>;
  private readonly units: ReadonlyMap<string, string>;
  private readonly ordinals: ReadonlySet<string>;
  private readonly articles: ReadonlySet<string>;
  /** Words of numbers and of what they count. */
  private readonly ofNumbers: ReadonlySet<string>;

  constructor(tables: LanguageTables) {
    const put = (words: readonly string[], kind: ProtectedKind): void => {
      for (const word of words) this.kinds.set(word, kind);
    };
    put(tables.comparatives, 'comparative');
    put(tables.quantifiers, 'quantifier');
    put(tables.modals, 'modal');
    put(tables.pronouns, 'pronoun');
    put(tables.negations, 'negation');
    this.fillers = new Set(tables.fillers);
    this.fillerPhrases = new Set(tables.fillerPhrases);
    this.conjunctions = new Set(tables.conjunctions);
    this.turners = new Set(tables.turners);
    this.glue = new Set(tables.numberGlue);
    this.numbers = new Map(Object.entries(tables.numbers));
    this.multipliers = new Map(Object.entries(tables.multipliers));
    this.units = new Map(Object.entries(tables.units));
    this.ordinals = new Set(tables.ordinals);
    this.articles = new Set(tables.articles);
    this.ofNumbers = new Set([...this.numbers.keys(), ...this.multipliers.keys(), ...this.units.keys()]);
    for (const table of [tables.contractions, tables.contractionsAgain]) {
      for (const [short, long] of Object.entries(table)) {
        this.longForms.set(short, [...(this.longForms.get(short) ?? []), long.split(' ')]);
        const [first, ...rest] = long.split(' ');
        const seconds = this.shortForms.get(first) ?? new Map<string, string[]>();
        this.shortForms.set(first, seconds.set(rest.join(' '), [...(seconds.get(rest.join(' ')) ?? []), short]));
      }
    }
  }

  /** Which protected table a folded word stands in. */
  protectedKind(word: string): ProtectedKind | null {
    if (this.isNumber(word) && !this.articles.has(word)) return 'number';
    return this.kinds.get(word) ?? null;
  }

  isNegation(word: string): boolean {
    return this.kinds.get(word) === 'negation';
  }

  isFiller(words: readonly string[]): boolean {
    return words.length === 1 ? this.fillers.has(words[0]) : this.fillerPhrases.has(words.join(' '));
  }

  isConjunction(word: string): boolean {
    return this.conjunctions.has(word);
  }

  isNumber(word: string): boolean {
    return beginsWithDigit(word) || this.numbers.has(word) || this.multipliers.has(word);
  }

  /** A word of numbers or of what they count: "percent", "$". */
  isOfNumber(word: string): boolean {
    return beginsWithDigit(word) || this.ofNumbers.has(word);
  }

  /** Whether a word has a long form. */
  isShortForm(word: string): boolean {
    return this.longForms.has(word);
  }

  longFormsOf(word: string): readonly (readonly string[])[] {
    return this.longForms.get(word) ?? NONE;
  }

  /** Single words that stand for two words. */
  shortFormsOf(first: string, second: string): readonly string[] {
    return this.shortForms.get(first)?.get(second) ?? NONE;
  }

  /** Other spellings and writings of one word: British and American, numerals in words and digits, ordinals. */
  otherForms(word: string): readonly string[] {
    const spelling = SPELLINGS.get(word);
    const value = this.numbers.get(word);
    if (spelling === undefined && value === undefined && !beginsWithDigit(word) && !this.longForms.has(word))
      return NONE;
    const forms: string[] = [];
    if (spelling !== undefined) forms.push(spelling);
    if (value !== undefined) {
      forms.push(this.ordinals.has(word) ? `${value}${ordinalEnding(value)}` : String(value));
    } else if (/^\d{1,2}$/u.test(word)) {
      const named = [...this.numbers.keys()].find(
        (name) => this.numbers.get(name) === Number(word) && !this.ordinals.has(name),
      );
      if (named !== undefined) forms.push(named);
    } else if (/^\d{1,2}(st|nd|rd|th)$/u.test(word)) {
      const ordinal = [...this.ordinals].find((name) => this.numbers.get(name) === parseInt(word, 10));
      if (ordinal !== undefined) forms.push(ordinal);
    }
    for (const [long] of this.longFormsOf(word)) if (this.longFormsOf(word)[0].length === 1) forms.push(long);
    return forms;
  }

  /**
   * What a run of words is worth as a number, with its unit ("2.5e6%"), or null when it is none: "two and a half million" is not
   * read, "2.5 million", "two hundred and five", "$20,000", "twenty thousand dollars" are.
   */
  numberValue(words: readonly string[]): string | null {
    const { numbers, multipliers, units, ordinals } = this;
    let total = 0;
    let current = 0;
    let seen = false;
    let unit = '';
    let ordinal = false;
    for (const word of words) {
      const digits = /^(\d+(?:\.\d+)?)(st|nd|rd|th|k|m|bn)?$/u.exec(word);
      if (digits !== null) {
        const value = Number(digits[1]);
        if (seen && current % 100 === 0 && value < 100 && current > 0) current += value;
        else if (seen) return null;
        else current = value;
        const times = multipliers.get(digits[2]);
        if (times !== undefined) current *= times;
        else if (digits[2] !== undefined) ordinal = true;
        seen = true;
      } else if (numbers.has(word)) {
        const value = numbers.get(word)!;
        if (seen && current !== 0 && (current % 10 !== 0 || value >= 10) && current % 100 !== 0) return null;
        current += value;
        ordinal ||= ordinals.has(word);
        seen = true;
      } else if (multipliers.has(word)) {
        const value = multipliers.get(word)!;
        current = (seen && current !== 0 ? current : 1) * value;
        if (value >= 1000) {
          total += current;
          current = 0;
        }
        seen = true;
      } else if (units.has(word)) unit += units.get(word)!;
      else if (!(this.glue.has(word) && (seen || words.length > 1))) return null;
    }
    return seen ? `${total + current}${ordinal ? 'th' : ''}${unit}` : null;
  }

  /** The words with every short form written out in its first long form. */
  writtenOut(words: readonly string[]): string[] {
    return words.flatMap((word) => this.longForms.get(word)?.[0] ?? [word]);
  }
}

const NONE: readonly never[] = [];

const beginsWithDigit = (word: string): boolean => word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39;

const ordinalEnding = (value: number): string =>
  value % 100 > 10 && value % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');

/** Made when a language is first asked for. */
const lexicons = new Map<string, Lexicon>();

/** The lexicon of a BCP 47 language; English where there is none. */
export function lexiconOf(lang: string | null | undefined): Lexicon {
  const primary = lang === null || lang === undefined || lang === 'en' ? 'en' : lang.toLowerCase().split(/[-_]/u)[0];
  const known = Object.hasOwn(TABLES, primary) ? primary : 'en';
  let lexicon = lexicons.get(known);
  if (lexicon === undefined) lexicons.set(known, (lexicon = new Lexicon(TABLES[known])));
  return lexicon;
}
