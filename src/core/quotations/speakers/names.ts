import {
  BODY,
  CONJUNCTION,
  DETERMINER,
  FILLER,
  NOT_NAME,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TITLE,
  type Lexicon,
} from '../languages/lexicon.ts';
import type { Block, Place } from '../types.ts';
import { capitalRuns } from './capitals.ts';
import { genderOfName } from './givenNames.ts';
import { isGerund } from './phrases.ts';

export type Gender = 'm' | 'f' | '-';

/** A person of the article under the longest form of the name. */
export interface Person {
  readonly name: string;
  /** Lower-case words of the name. */
  readonly parts: readonly string[];
  /** Where each full mention begins, ascending (see `positionOf`). */
  readonly at: readonly number[];
  /** Lower-case words that stand before the name: titles, offices, nationalities. */
  readonly described: ReadonlySet<string>;
  readonly gender: Gender;
  /** True when a title, a known given name or a mention by surname shows that this is a person. */
  readonly certain: boolean;
}

/** The persons of an article. */
export interface NameTable {
  readonly persons: readonly Person[];
  /** The person a printed name stands for, read at `position`; `gender` is what a title before the name shows. Null when unknown. */
  personOf(name: string, position: number, gender: Gender): Person | null;
  /** How often the lower-case word stands alone as a name within a sentence. */
  timesAlone(word: string): number;
  /** Up to `limit` full names that stand nearest to the place, nearest first. */
  near(place: Place, limit: number): string[];
}

/** One capitalised run of the article without its titles. */
export interface Run {
  readonly words: readonly string[];
  readonly before: readonly string[];
  readonly position: number;
  readonly gender: Gender;
  readonly titled: boolean;
  /** True when it does not begin a sentence, so that its capital means something. */
  readonly inside: boolean;
}

const SHIFT = 2 ** 22;
/** Block and offset as one number that sorts in reading order. */
export const positionOf = (block: number, offset: number): number => block * SHIFT + Math.min(offset, SHIFT - 1);

/** Characters read for names: the persons of an article stand in its first hundred pages. */
export const MOST_TEXT = 300_000;

const NO_PERSON = NOT_NAME | PRONOUN | DETERMINER | PREPOSITION | CONJUNCTION | FILLER | RELATIVE;

/** A name's word without a possessive ending and without the point of an abbreviation longer than an initial. */
function bare(word: string): string {
  let end = word.length;
  if (end > 2 && word[end - 1] === 's' && (word[end - 2] === '’' || word[end - 2] === "'")) end -= 2;
  else if (word[end - 1] === '’' || word[end - 1] === "'" || (word[end - 1] === '.' && end > 2)) end--;
  return end === word.length ? word : word.slice(0, end);
}

const lowerOf = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase();

function beginsSmall(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 97 && code <= 122 : /^\p{Ll}/u.test(word);
}

/** `Ulrich Müller von Lobbycontrol`, `Mail von Anna Berg`: the part that can be a name, as a range; nobility stands behind a given name or a title. */
function besidesVon(words: readonly string[], lower: readonly string[], first: number): [number, number] {
  const von = lower.indexOf('von', first + 1);
  if (von < 0 || genderOfName(words[von - 1]) !== '-') return [first, words.length];
  return von - first > 1 ? [first, von] : [von + 1, words.length];
}

/** Takes titles and leading function words off a run of capitals. */
export function nameOf(
  words: readonly string[],
  lexicon: Lexicon,
): { name: string[]; before: string[]; gender: Gender } {
  const { classes, language } = lexicon;
  const lower = words.map(lowerOf);
  const bits = lower.map((word) => classes.get(word) ?? 0);
  let first = 0;
  let gender: Gender = '-';
  for (let i = 0; i < words.length; i++) {
    // The last word is the name itself, whatever else it may mean, when a title or another name word stands before it.
    const titled = (bits[i] & TITLE) !== 0 && (i < words.length - 1 || i === 0);
    if (!titled) continue;
    const shown = language.titles[lower[i]] ?? '-';
    if (shown !== '-') gender = shown;
    first = i + 1;
  }
  // Where every noun has a capital, the name begins with the given name: Datenschutzbeauftragter Johannes Caspar.
  const [from, until] = language.capitalNouns ? besidesVon(words, lower, first) : [first, words.length];
  first = from;
  const given = language.capitalNouns ? words.findIndex((word, i) => i >= first && genderOfName(word) !== '-') : -1;
  if (given >= 0 && given < words.length - 1) first = given;
  while (
    first < words.length &&
    ((bits[first] & NO_PERSON) !== 0 || isGerund(words[first])) &&
    (first < words.length - 1 || first === 0)
  )
    first++;
  let last = until;
  while (last > first && beginsSmall(words[last - 1])) last--;
  if (last - first > 1 && words[last - 1].length <= 3 && /^(?:Jr|Sr|II|III|IV)\.?$/.test(words[last - 1])) last--;
  return { name: words.slice(first, last).map(bare), before: lower.slice(0, first), gender };
}

/** Letters and hyphens; ASCII without a regular expression. */
function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 45;
  return code >= 0xc0 && /\p{L}/u.test(text[at]);
}

/** Characters looked at before a name. */
const BEFORE = 30;

/** The two lower-case words before an offset: "French counterpart" before a name. */
function wordsBefore(text: string, at: number): string[] {
  const floor = Math.max(0, at - BEFORE);
  const words: string[] = [];
  for (let i = at - 1; i >= floor && words.length < 2; i--) {
    if (!isWordUnit(text, i)) continue;
    const end = i + 1;
    while (i > floor && isWordUnit(text, i - 1)) i--;
    words.unshift(text.slice(i, end).toLowerCase());
  }
  return words;
}

function isCommonNoun(text: string, start: number, { classes }: Lexicon): boolean {
  const left = /(\p{N})\P{L}*$|(\p{L}+) $/u.exec(text.slice(Math.max(0, start - 12), start));
  return left !== null && (left[1] !== undefined || ((classes.get(left[2].toLowerCase()) ?? 0) & DETERMINER) !== 0);
}

const isSpace = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\u00a0';

function isSmallOrComma(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? (code >= 97 && code <= 122) || code === 44 : /\p{Ll}/u.test(text[at]);
}

function runsOf(blocks: readonly Block[], lexiconFor: (block: number) => Lexicon): Run[] {
  const runs: Run[] = [];
  let left = MOST_TEXT;
  blocks.forEach((block, index) => {
    if (block.role === 'code' || left <= 0) return;
    const text = block.text.length > left ? block.text.slice(0, left) : block.text;
    left -= text.length;
    runs.push(...runsIn(text, index, lexiconFor(index)));
  });
  return runs;
}

/** The runs of one block's text. */
export function runsIn(text: string, block: number, lexicon: Lexicon): Run[] {
  const runs: Run[] = [];
  for (const { words, start } of capitalRuns(text)) {
    const one = words.length === 1;
    // Most capitals begin a sentence: The, But, He.
    if (one && ((lexicon.classes.get(lowerOf(words[0])) ?? 0) & (NO_PERSON | TITLE)) !== 0) continue;
    // "65 Euro", "der Koch": where nouns have capitals, a word behind an article or a number is no name.
    if (one && lexicon.language.capitalNouns && isCommonNoun(text, start, lexicon)) continue;
    const { name, before, gender } = one
      ? { name: [bare(words[0])], before: [], gender: '-' as const }
      : nameOf(words, lexicon);
    if (name.length === 0 || name[0] === '') continue;
    const titled = before.length > 0;
    if (name.length > 1) before.unshift(...wordsBefore(text, start));
    const inside = name.length === 1 && start > 1 && isSpace(text, start - 1) && isSmallOrComma(text, start - 2);
    runs.push({ words: name, before, position: positionOf(block, start), gender, titled, inside });
  }
  return runs;
}

interface Draft {
  readonly name: string;
  readonly parts: readonly string[];
  readonly at: number[];
  readonly described: Set<string>;
  /** True when it begins with a known given name. */
  readonly given: boolean;
  gender: Gender;
  certain: boolean;
}

/** Full names are runs of two to five words without a word of a body or a place. */
function draftsOf(runs: readonly Run[], lexiconFor: (block: number) => Lexicon): Draft[] {
  const drafts = new Map<string, Draft | null>();
  const surnames = new Set(runs.filter((run) => run.words.length === 1).map((run) => run.words[0].toLowerCase()));
  const printed = new Set(runs.map((run) => run.words.join(' ')));
  for (const run of runs) {
    if (run.words.length < 2 || run.words.length > 5) continue;
    // `Sociologist Anna Berg` where the article has Anna Berg too: the first word is no part of the name.
    const [first, second, ...rest] = run.words;
    const described = rest.length > 0 && genderOfName(first) === '-' && genderOfName(second) !== '-';
    if (described && printed.has([second, ...rest].join(' '))) continue;
    const key = run.words.join(' ').toLowerCase();
    let draft = drafts.get(key);
    if (draft === null) continue;
    if (draft === undefined) {
      draft = draftOf(run, key.split(' '), lexiconFor(Math.floor(run.position / SHIFT)), surnames);
      drafts.set(key, draft);
      if (draft === null) continue;
    }
    draft.at.push(run.position);
    for (const word of run.before) draft.described.add(word);
    if (run.titled) draft.certain = true;
    if (run.gender !== '-') draft.gender = run.gender;
  }
  return [...drafts.values()].filter((draft) => draft !== null);
}

/** A new person, null for a run that names a body, a place or an office. */
function draftOf(
  run: Run,
  parts: readonly string[],
  { classes }: Lexicon,
  surnames: ReadonlySet<string>,
): Draft | null {
  const gender = genderOfName(parts[0]);
  const given = gender !== '-';
  // An office is no person: French President, Prime Minister. Charlie King is one.
  if (!given && ((classes.get(parts.at(-1)!) ?? 0) & TITLE) !== 0) return null;
  // A given name may be a word for a body too: Bill, Virginia.
  if (parts.some((part, i) => !(given && i === 0) && ((classes.get(part) ?? 0) & BODY) !== 0)) return null;
  const certain = given || surnames.has(parts.at(-1)!);
  return { name: run.words.join(' '), parts, at: [], described: new Set(), given, gender, certain };
}

/** The persons of the blocks, and who a name stands for. */
export const namesOf = (blocks: readonly Block[], lexiconFor: (block: number) => Lexicon): NameTable =>
  namesOfRuns(runsOf(blocks, lexiconFor), lexiconFor);

/** The same, of runs that were read before. */
export function namesOfRuns(runs: readonly Run[], lexiconFor: (block: number) => Lexicon): NameTable {
  const drafts = draftsOf(runs, lexiconFor);
  const byPart = new Map<string, Draft[]>();
  for (const draft of drafts) {
    for (const part of new Set(draft.parts)) {
      const list = byPart.get(part);
      if (list === undefined) byPart.set(part, [draft]);
      else list.push(draft);
    }
  }
  const find = (words: readonly string[], position: number, gender: Gender): Draft | null => {
    if (words.length === 0) return null;
    const parts = words.map((word) => bare(word).toLowerCase());
    const last = parts.at(-1)!;
    const all = (byPart.get(last) ?? []).filter(
      (draft) =>
        parts.every((part) => draft.parts.includes(part)) &&
        (gender === '-' || draft.gender === '-' || draft.gender === gender),
    );
    const bySurname = all.filter((draft) => draft.parts.at(-1) === last);
    const pool = bySurname.length > 0 ? bySurname : all.filter((draft) => draft.parts[0] === last || parts.length > 1);
    return pool.length <= 1 ? (pool[0] ?? null) : likeliest(pool, position);
  };
  // Mr., Mrs. and the like before a bare surname tell the gender of the full name.
  for (const run of runs) {
    if (run.gender === '-' || run.words.length > 1) continue;
    const draft = find(run.words, run.position, '-');
    if (draft?.gender === '-') draft.gender = run.gender;
  }
  const alone = new Map<string, number>();
  for (const { words, inside } of runs) {
    if (words.length === 1 && inside) alone.set(words[0].toLowerCase(), (alone.get(words[0].toLowerCase()) ?? 0) + 1);
  }
  return {
    timesAlone: (word) => alone.get(word) ?? 0,
    persons: drafts,
    personOf: (name, position, gender) => find(name.split(/[ \u00a0]+/), position, gender),
    near(place, limit) {
      const mentions = runs.flatMap((run) => {
        const person = find(run.words, run.position, run.gender);
        return person?.certain === true ? [{ position: run.position, person }] : [];
      });
      return nearest(mentions, positionOf(place.block, place.start), limit);
    },
  };
}

/**
 * Among people of one surname, the one introduced first: relatives who come later are called by their full names throughout.
 * A person named in full in the same paragraph as the mention goes before all others.
 */
function likeliest(pool: readonly Draft[], position: number): Draft {
  const here = (draft: Draft): boolean =>
    draft.at.some((one) => Math.floor(one / SHIFT) === Math.floor(position / SHIFT) && one <= position);
  return [...pool].sort(
    (a, b) =>
      Number(b.given) - Number(a.given) ||
      Number(b.certain) - Number(a.certain) ||
      Number(here(b)) - Number(here(a)) ||
      a.at[0] - b.at[0],
  )[0];
}

function nearest(
  mentions: readonly { position: number; person: { name: string } }[],
  position: number,
  limit: number,
): string[] {
  let right = mentions.findIndex((mention) => mention.position >= position);
  if (right < 0) right = mentions.length;
  let left = right - 1;
  const names = new Set<string>();
  while (names.size < limit && (left >= 0 || right < mentions.length)) {
    const toLeft = left < 0 ? Infinity : position - mentions[left].position;
    const toRight = right >= mentions.length ? Infinity : mentions[right].position - position;
    names.add(mentions[toLeft <= toRight ? left-- : right++].person.name);
  }
  return [...names];
}
