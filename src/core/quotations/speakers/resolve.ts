import {
  BODY,
  CONJUNCTION,
  CUE,
  DETERMINER,
  HEAD,
  PARTICIPLE,
  PARTICLE,
  PREPOSITION,
  TITLE,
  type Lexicon,
} from '../languages/lexicon.ts';
import type { Page, Prepared } from '../page.ts';
import type { Place } from '../types.ts';
import { accordingAt, clauseSubject, invertedSubject, isCue, sentenceStart, subjectOf } from './cues.ts';
import { genderOfName } from './givenNames.ts';
import { nameOf, positionOf, type Gender, type NameTable, type Person } from './names.ts';
import { has, isSign, isWord, phraseAt, type Mention } from './phrases.ts';

/** Blocks looked back through for the person a pronoun stands for. */
const LOOK_BACK = 8;

/** The full name a mention stands for, or null when that is not certain, and whether the mention is a pronoun. */
export function resolveMention(
  page: Page,
  names: NameTable,
  place: Place,
): { readonly name: string | null; readonly pronoun: boolean } {
  const block = page.prepared(place.block);
  const text = block.text.slice(place.start, place.end);
  const gender = genderOfPronoun(block, text);
  if (gender === null) return { name: named(block, names, place, text), pronoun: false };
  const person = gender === '-' ? null : antecedent(page, names, place, gender);
  return { name: person?.name ?? null, pronoun: true };
}

/**
 * Whether words right before a colon (`Anna Berg: “…”`) stand for a person or a body the article knows. `The problem: “…”` and the name of
 * a section look the same.
 */
export function isSomebody(page: Page, names: NameTable, place: Place): boolean {
  const block = page.prepared(place.block);
  const { classes, language } = block.lexicon;
  const text = block.text.slice(place.start, place.end);
  if (/^\p{Lu}{2,}/u.test(text) || genderOfPronoun(block, text) !== null) return true;
  const words = text.split(/[ \u00a0]+/);
  if (((classes.get(words.at(-1)!.toLowerCase()) ?? 0) & (TITLE | BODY | HEAD)) !== 0) return true;
  const { name, gender } = nameOf(words, block.lexicon);
  const person = names.personOf(name.join(' '), positionOf(place.block, place.start), gender);
  // Where every noun has a capital, two of them are no name yet.
  if (language.capitalNouns) return person?.certain === true;
  return person !== null || (name.length > 0 && names.timesAlone(name[0].toLowerCase()) > 0);
}

/** The gender of a pronoun or possessive, '-' for one that shows none, null for anything else. */
function genderOfPronoun(block: Prepared, text: string): Gender | null {
  const { pronouns, possessives } = block.lexicon.language;
  const lower = text.toLowerCase();
  // hasOwn: the word comes from the page, and `constructor` is no pronoun.
  if (Object.hasOwn(pronouns, lower)) return pronouns[lower];
  return Object.hasOwn(possessives, lower) ? possessives[lower] : null;
}

/** A printed name: the longest form in the article, itself when it is a full name, a person known by office. */
function named(block: Prepared, names: NameTable, place: Place, text: string): string | null {
  const { lexicon } = block;
  const clean = text.replace(/,? (?:who|that|which)$/, '');
  const runs =
    clean.match(/\p{Lu}[\p{L}\p{M}'’.-]*(?:[ \u00a0](?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Ll}{2,4}(?=[ \u00a0]\p{Lu})))*/gu) ??
    [];
  const printed = runs.at(-1);
  if (printed !== undefined && clean.endsWith(printed)) {
    const title = titleBefore(block, place.start);
    const { name, gender } = nameOf([...(title === null ? [] : [title]), ...printed.split(/[ \u00a0]/)], lexicon);
    const position = positionOf(place.block, place.start);
    const person = names.personOf(name.length === 0 ? printed : name.join(' '), position, gender);
    if (person !== null) return person.name;
    const { classes } = lexicon;
    const full =
      name.length >= 2 &&
      (!lexicon.language.capitalNouns || genderOfName(name[0]) !== '-') &&
      ((classes.get(name.at(-1)!.toLowerCase()) ?? 0) & TITLE) === 0 &&
      name.every((word) => /^\p{Lu}/u.test(word) || ((classes.get(word) ?? 0) & PARTICLE) !== 0);
    if (full) return name.join(' ');
  }
  return inApposition(block, place) ?? byOffice(block, names.persons, clean);
}

/** The abbreviated title right before an offset ("Mr." of "Mr. Berg"), null when none stands there. */
function titleBefore({ text, lexicon }: Prepared, at: number): string | null {
  if (text[at - 2] !== '.' || (text[at - 1] !== ' ' && text[at - 1] !== '\u00a0')) return null;
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, at - 24), at - 1))?.[0];
  if (word === undefined) return null;
  return ((lexicon.classes.get(word.slice(0, -1).toLowerCase()) ?? 0) & TITLE) === 0 ? null : word;
}

/** `his spokesman, Ann Smith, said`: the name behind the comma. */
function inApposition(block: Prepared, place: Place): string | null {
  const behind = /^, (\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*)* \p{Lu}[\p{L}\p{M}'’-]+)(?:,| \p{Ll})/u.exec(
    block.text.slice(place.end, place.end + 80),
  );
  return behind?.[1] ?? null;
}

/** "the French President": the one person whose titles share its words and do not contradict its nationality. */
function byOffice(block: Prepared, persons: readonly Person[], text: string): string | null {
  const words = (text.toLowerCase().match(/[\p{L}-]+/gu) ?? []).filter((word) => word.length > 3);
  const offices = words.filter((word) => ((block.lexicon.classes.get(word) ?? 0) & TITLE) !== 0);
  const last = words.at(-1);
  if (last === undefined || !offices.includes(last)) return null;
  const capitals = (text.match(/\p{Lu}[\p{L}-]+/gu) ?? []).map((word) => word.toLowerCase());
  const nations = capitals.filter((word) => !offices.includes(word));
  let best: string | null = null;
  let most = 0;
  let tied = false;
  for (const person of persons) {
    if (!person.certain || nations.some((nation) => !person.described.has(nation))) continue;
    const shared = words.filter((word) => person.described.has(word)).length;
    if (shared === most) tied = true;
    if (shared > most) [best, most, tied] = [person.name, shared, false];
  }
  return tied ? null : best;
}

/** The person a pronoun at `place` stands for: the subject of the nearest sentence before it whose gender agrees. */
function antecedent(page: Page, names: NameTable, place: Place, gender: 'm' | 'f'): Person | null {
  let index = place.block;
  let fallback: Person | null = null;
  for (let looked = 0; index >= 0 && looked < LOOK_BACK; looked++) {
    const block = page.prepared(index);
    const until =
      index === place.block ? block.tokens.findIndex((token) => token.start >= place.start) : block.tokens.length;
    let end = until < 0 ? block.tokens.length : until;
    while (end > 0) {
      const start = sentenceStart(block.tokens, end - 1);
      for (const mention of subjectsOf(block, start, end)) {
        const person = personAt(block, names, mention);
        if (person === null || (person.gender !== '-' && person.gender !== gender)) continue;
        if (person.gender === gender || person.certain) return person;
        if (!block.lexicon.language.capitalNouns) fallback ??= person;
      }
      end = start;
    }
    index = page.before(index);
  }
  return fallback;
}

/** Who can be meant by a later pronoun, likeliest first: subjects of reporting verbs (last first), then the sentence's subject. */
function subjectsOf(block: Prepared, start: number, end: number): Mention[] {
  const { tokens } = block;
  const found: Mention[] = [];
  for (let i = end - 1; i >= start; i--) {
    const source = accordingAt(tokens, i, block.lexicon);
    if (source !== null && source.mention.kind === 'name' && source.mention.last < end) found.push(source.mention);
    if (!isCue(tokens, i) || has(tokens[i], PARTICIPLE)) continue;
    const behind = i === start || tokens[i - 1].kind === 'quote' || isSign(tokens[i - 1], ',');
    const inverted = behind ? invertedSubject(tokens, i, block.lexicon) : null;
    if (inverted !== null && inverted.mention.kind === 'name' && inverted.mention.last < end)
      found.push(inverted.mention);
    const said = subjectOf(tokens, i, block.lexicon);
    if (said !== null && said.mention.kind === 'name' && said.mention.last < end) found.push(said.mention);
  }
  const subject = clauseSubject(tokens, start, end, block.lexicon);
  if (subject !== null && subject.kind === 'name') found.push(subject);
  for (let i = end - 2; i > start; i--) {
    // "…, but their neighbour Ben Green knows": the subject of a second clause.
    if (!has(tokens[i], CONJUNCTION) && !isSign(tokens[i], ',;')) continue;
    const mention = phraseAt(tokens, i + 1);
    if (mention !== null && mention.kind === 'name' && mention.last + 1 < end && !has(tokens[i + 1], PREPOSITION))
      found.push(mention);
  }
  const opening = isWord(tokens[start]) ? phraseAt(tokens, start) : null;
  if (opening !== null && opening.kind === 'name' && opening.last < end) found.push(opening);
  return found;
}

function personAt(block: Prepared, names: NameTable, mention: Mention): Person | null {
  const { tokens, text, lexicon } = block;
  const from = tokens[mention.first].start;
  const printed = text.slice(from, tokens[mention.last].end).replace(/,? (?:who|that|which)$/, '');
  const words = printed.split(/[ \u00a0]+/);
  if (words.some((word) => ((lexicon.classes.get(word) ?? 0) & (DETERMINER | CUE)) !== 0)) return null;
  const { name, gender } = nameOf(words, lexicon);
  if (name.length === 0) return null;
  return names.personOf(name.join(' '), positionOf(block.index, from), gender) ?? bySurnameOnly(name, names, lexicon);
}

/** A person the article never names in full. */
function bySurnameOnly(name: readonly string[], names: NameTable, lexicon: Lexicon): Person | null {
  const lower = name[0].toLowerCase();
  // CNN, British and Republicans are no surnames.
  if (
    lexicon.language.capitalNouns ||
    name.length > 1 ||
    /^\p{Lu}{2,}$|(?:ish|ese|ians?|cans?|crats|tons)$/u.test(name[0]) ||
    names.timesAlone(lower) < 2 ||
    ((lexicon.classes.get(lower) ?? 0) & BODY) !== 0
  )
    return null;
  return { name: name[0], parts: [lower], at: [], described: new Set(), gender: '-', certain: true };
}
