import type { PackDocument } from '../../document.ts';
import { foldWord } from './labels.ts';
import { holderNamed, holderOn, officeOf } from './offices.ts';
import { ASKERS, HONORIFICS, NOT_GIVEN, PARTICLES, ROLES, TITLES } from './words.ts';

/** What is known of the people behind labels, gathered over the documents of one import in their order. */
export class People {
  /** For a label such as "MS. PSAKI": full names with the number of documents that gave them. */
  readonly #seen = new Map<string, Map<string, number>>();

  /** Full names given to this label so far, with the number of documents. */
  recall(label: string): ReadonlyMap<string, number> {
    return this.#seen.get(label) ?? new Map<string, number>();
  }

  learn(label: string, name: string): void {
    const names = this.#seen.get(label) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    this.#seen.set(label, names);
  }
}

/** A document's own words about its speakers. */
export interface LabelContext {
  readonly document: Pick<PackDocument, 'title' | 'date' | 'url' | 'venue' | 'licence' | 'speaker'>;
  readonly text: string;
  /** Every label of the document with its number of turns. */
  readonly labels: ReadonlyMap<string, number>;
}

/**
 * The person behind a label, as shown to the reader: the full name where the document or an earlier one of the same import gives it,
 * else the label in ordinary letters ("Ms. Psaki", "Senior administration official"). A bare "Q" is "Reporter".
 */
export function personOf(label: string, context: LabelContext, people: People): string {
  const key = foldLabel(label);
  if (ASKERS.has(key) || /^(?:Q|QUESTION)\s?\d+$/u.test(key)) return 'Reporter';
  if (key === 'A' || key === 'ANSWER') return context.document.speaker ?? personOfTitle(context, people) ?? 'Answer';
  const office = officeOf(key);
  if (office !== null) {
    const holder = officeHolder(office, context, people);
    if (holder !== null) return holder;
    return sentenceCase(key);
  }
  const words = key.split(' ');
  if (words.every((word) => ROLES.has(word) || /^\d+$/u.test(word))) return sentenceCase(key);
  const slip = misspelt(key, context.labels);
  if (slip !== null) return personOf(slip, { ...context, labels: new Map() }, people);
  return named(label, key, context, people);
}

function named(label: string, key: string, context: LabelContext, people: People): string {
  const words = key.split(' ');
  let titles = 0;
  while (titles < words.length - 1 && (HONORIFICS.has(words[titles]) || TITLES.has(words[titles]))) titles++;
  const surname = words.slice(titles).join(' ');
  const title = words.slice(0, titles).join(' ');
  if (titles > 0) {
    const office = officeOf(title.replace(/^FORMER /u, ''));
    const holder = office === null ? null : holderNamed(office, surname, context.document.date);
    if (holder !== null) return holder;
  }
  const full = fullName(key, surname, title, context, people);
  if (full !== null) {
    people.learn(key, full);
    return full;
  }
  const isCapitals = label === label.toUpperCase() || /\p{Lu}{3}/u.test(label);
  return isCapitals ? nameCase(label) : label;
}

/** A name is worth more where it stands: in the title ten, in the text one (a half when the first name is a common word here), in an earlier document one each up to five. */
function fullName(key: string, surname: string, title: string, context: LabelContext, people: People): string | null {
  const scores = new Map<string, number>();
  const add = (name: string, score: number) => scores.set(name, (scores.get(name) ?? 0) + score);
  for (const mention of mentions(context.document.title, surname)) add(mention.name, 10);
  if (context.document.speaker) for (const { name } of mentions(context.document.speaker, surname)) add(name, 10);
  let inText = 0;
  for (const { name, before } of mentions(context.text, surname)) {
    if (++inText > 40) break;
    const given = name.slice(0, name.indexOf(' ')).toLowerCase();
    const common = context.text.includes(` ${given} `);
    const titled = before !== '' && title.split(' ').includes(before);
    add(name, (common ? 0.5 : 1) + (titled ? 4 : 0));
  }
  for (const [name, documents] of people.recall(key)) add(name, Math.min(5, documents));
  let best: string | null = null;
  let most = 0;
  for (const [name, score] of scores) {
    if (score > most) {
      best = name;
      most = score;
    }
  }
  return best;
}

interface Mention {
  /** "Jen Psaki". */
  readonly name: string;
  /** The word before the name, folded: perhaps a title. */
  readonly before: string;
}

/** Full names with this surname (upper case), in order. */
function* mentions(text: string, surname: string): Generator<Mention> {
  const pattern = new RegExp(surnamePattern(surname), 'giu');
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const found = match[0];
    if (!/\p{Ll}/u.test(found) && surname.length > 2) continue;
    if (!/^\p{Lu}/u.test(found)) continue;
    const lead = text.slice(Math.max(0, match.index - 60), match.index);
    if (!/[\s\u00a0]$/u.test(lead)) continue;
    const words = lead.trimEnd().split(/\s+/u);
    const given: string[] = [];
    let before = '';
    while (words.length > 0 && given.length < 3) {
      const word = words.pop()!;
      if (!isGivenName(word)) {
        before = foldWord(word);
        break;
      }
      given.unshift(word);
    }
    // "Secretary of Energy Jennifer Granholm", "Environmental Protection Agency Michael Regan": the first words belong to an office.
    const ofOffice = /^(?:OF|FOR|ON|AND|&|THE)$/u.test(before) || TITLES.has(before);
    const office = given.length === 3 || (given.length === 2 && ofOffice);
    const own = office ? given.slice(-1) : given;
    if (office && isInitial(own[0]) && given.length > 1) own.unshift(given[given.length - 2]);
    if (own.length > 0) yield { name: `${own.join(' ')} ${found.replace(/\s+/gu, ' ')}`, before };
  }
}

function isInitial(word: string): boolean {
  return /^\p{Lu}\.?$/u.test(word);
}

function isGivenName(word: string): boolean {
  if (!/^\p{Lu}[\p{L}\p{M}’'-]*\.?$/u.test(word)) return false;
  if (word.length > 2 && word.endsWith('.')) return false;
  if (/^\p{Lu}{3,}$/u.test(word)) return false;
  const folded = foldWord(word);
  return (
    !NOT_GIVEN.has(folded) && !TITLES.has(folded) && !HONORIFICS.has(folded) && !/[’'](?:S|M|D|RE|LL|VE)$/u.test(folded)
  );
}

/** Accents are often lost in capitals, so a plain vowel or n also finds its accented forms. */
function surnamePattern(surname: string): string {
  const ACCENTED: Readonly<Record<string, string>> = {
    A: 'aáàâäãåā',
    C: 'cçčć',
    E: 'eéèêëēę',
    G: 'gğ',
    I: 'iíìîïī',
    N: 'nñń',
    O: 'oóòôöõøō',
    S: 'sšşś',
    U: 'uúùûüū',
    Y: 'yý',
    Z: 'zžźż',
  };
  const letters = [...surname].map((letter) => {
    const set = ACCENTED[letter];
    if (set) return `[${set}]`;
    if (letter === '’' || letter === "'") return "[’']";
    if (letter === ' ') return String.raw`\s+`;
    return letter.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
  });
  return String.raw`(?<![\p{L}-])${letters.join('')}(?![\p{L}-])`;
}

const AMERICAN =
  /whitehouse|white house|archives\.gov|presidency\.ucsb|govinfo|millercenter|united states|us government|washington,? d\.?c/iu;

function officeHolder(
  office: NonNullable<ReturnType<typeof officeOf>>,
  context: LabelContext,
  people: People,
): string | null {
  const { document, text } = context;
  const named = new RegExp(String.raw`\b${office}\s+((?:\p{Lu}[\p{L}’'-]*\s+){0,2}\p{Lu}[\p{L}’'-]+)`, 'iu').exec(
    document.title,
  );
  const surname = named?.[1]?.split(' ').at(-1);
  const holder = document.date === undefined ? null : holderOn(office, document.date);
  const about = `${document.url ?? ''} ${document.venue ?? ''} ${document.licence ?? ''} ${document.title} ${text.slice(0, 300)}`;
  if (holder !== null && AMERICAN.test(about)) return holder;
  if (surname !== undefined) {
    const known = holderNamed(office, surname, document.date);
    if (known !== null) return known;
    return (
      fullName(
        `${office.toUpperCase()} ${surname.toUpperCase()}`,
        surname.toUpperCase(),
        office.toUpperCase(),
        context,
        people,
      ) ?? `${nameCase(office)} ${surname}`
    );
  }
  return document.speaker ?? null;
}

const BY =
  /\b(?:remarks|statement|address|speech|testimony|briefing|gaggle|call|conference|interview|lecture|toast|message)\b[^,]{0,40}?\b(?:by|of|with|from)\s+(.{3,120})/iu;
const NAME_ENDS =
  /\s+(?:at|on|in|to|for|before|during|after|and|about|regarding|announcing|celebrating|marking|honoring|upon|with|as|following|from|welcoming|under|the|how|a)\b|[,:;|–—(]/iu;

/** The person whose remarks the title says these are, or null: "Remarks by President Biden on …", "Press Briefing by Press Secretary Jen Psaki, …". */
export function personOfTitle(context: LabelContext, people: People): string | null {
  const match = BY.exec(context.document.title);
  if (!match) return null;
  const phrase = match[1].split(NAME_ENDS)[0].trim();
  const words = phrase.split(/\s+/u);
  if (
    words.length === 0 ||
    words.length > 9 ||
    words.some((word) => /^\p{Ll}/u.test(word) && !PARTICLES.has(word.toUpperCase()))
  )
    return null;
  // The office nearest to the name counts: "National Security Advisor Jake Sullivan".
  let last = -1;
  for (const [i, word] of words.entries()) {
    const folded = foldWord(word);
    if (i < words.length - 1 && (TITLES.has(folded) || HONORIFICS.has(folded))) last = i;
  }
  const name = words.slice(last + 1).join(' ');
  if (name === '' || ROLES.has(foldWord(words.at(-1)!)) || TITLES.has(foldWord(words.at(-1)!))) return null;
  if (last < 0 && words.length < 2) return null;
  const title = words
    .slice(0, last + 1)
    .map(foldWord)
    .join(' ');
  if (words.length - last - 1 >= 2) return nameCase(name);
  return personOf(`${title} ${name.toUpperCase()}`, { ...context, labels: new Map() }, people);
}

/** A rare label one slip away from a frequent one ("MS. PSAKKI" beside forty "MS. PSAKI"), or null. */
function misspelt(key: string, labels: ReadonlyMap<string, number>): string | null {
  const own = labels.get(key) ?? 0;
  if (own > 4 || key.length < 6) return null;
  for (const [other, count] of labels) {
    if (other === key || count < 3 || count < own * 3 || Math.abs(other.length - key.length) > 1) continue;
    if (oneSlip(key, other) || surnameOf(other) === key) return other;
  }
  return null;
}

function surnameOf(key: string): string {
  const words = key.split(' ');
  return words.at(-1)!;
}

/** One letter added, dropped, changed, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [endA - start, endB - start];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** A label as a key: upper case, no full stops after words, single spaces, straight hyphens. */
export function foldLabel(label: string): string {
  return label
    .toUpperCase()
    .replace(/[*_:]+/gu, ' ')
    .replace(/\.(?=\s|$)|,/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function sentenceCase(key: string): string {
  const lower = key.toLowerCase().replace(/\b(?:u\.s|fbi|dod|nsc|cia|usda)\b/gu, (word) => word.toUpperCase());
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** A label or title in capitals as ordinary letters: "MS. JEAN-PIERRE" is "Ms. Jean-Pierre", "MCDONOUGH" is "McDonough". */
export function nameCase(label: string): string {
  return label
    .split(' ')
    .map((word, i) => {
      if (i > 0 && PARTICLES.has(word.toUpperCase()) && word.length < 4 && word !== 'LE') return word.toLowerCase();
      if (!/\p{Lu}{2}/u.test(word) && /\p{Lu}/u.test(word)) return word;
      if (/^(?:II|III|IV|VI|VII|JR|JD)\.?$/u.test(word)) return word;
      return word
        .toLowerCase()
        .replace(/(^|[-’'])(\p{L})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase())
        .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
    })
    .join(' ');
}
