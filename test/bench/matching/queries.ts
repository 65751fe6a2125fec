/** Seeded quotations made from the sentences of a corpus, with the change that each kind names and the place it came from. */
import type { Query, Verdict } from '../../../src/core/matching/types.ts';
import { sentenceBounds } from '../../../src/core/text/index.ts';

export interface Sentence {
  readonly source: string;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MadeQuery extends Query {
  readonly kind: Kind;
  /** The words of the corpus the quotation was made from. */
  readonly origin: Sentence;
  /** The second place of a spliced quotation. */
  readonly second?: Sentence;
}

/** Verdicts that are right for each kind; null: only the place counts. */
export const KINDS = {
  verbatim: ['exact'],
  'fragment 4-6': ['exact'],
  'fragment 7-10': ['exact'],
  typography: ['exact', 'cleaned'],
  'across two sentences': ['exact'],
  'marked cut': ['edits-marked'],
  bracket: ['edits-marked'],
  'splice, unmarked': ['joined'],
  '1-3 words edited': ['altered', 'key-word-altered'],
  'cleaned up': ['cleaned'],
  'noise 3 %': ['cleaned', 'exact'],
  'noise 8 %': null,
  negation: ['key-word-altered'],
  number: ['key-word-altered'],
  name: ['key-word-altered'],
  pronoun: ['key-word-altered'],
  modal: ['key-word-altered'],
  quantifier: ['key-word-altered'],
  'key word by a letter': ['key-word-altered'],
} as const satisfies Record<string, readonly Verdict[] | null>;
export type Kind = keyof typeof KINDS;

export type Random = () => number;
/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
/** The items in an order that the seed decides. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seeded(seed);
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)];

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Sentences of 8 to 45 words without brackets, marks of omission or quotation. */
export function sentencesOf(source: string, turn: number, text: string): Sentence[] {
  return sentenceBounds(text)
    .map(({ start, end }) => ({ source, turn, start, end, text: text.slice(start, end) }))
    .filter(({ text: sentence }) => {
      const count = wordsOf(sentence).length;
      return count >= 8 && count <= 45 && !/[()[\]"“”…]|\.\.|--/u.test(sentence);
    });
}

const SWAPS = {
  pronoun: {
    he: 'she',
    she: 'he',
    we: 'they',
    they: 'we',
    i: 'we',
    our: 'their',
    their: 'our',
    my: 'his',
    his: 'my',
    us: 'them',
    them: 'us',
    your: 'our',
    you: 'we',
  },
  modal: {
    will: 'may',
    may: 'must',
    must: 'might',
    can: 'will',
    could: 'would',
    would: 'could',
    should: 'will',
    shall: 'may',
    might: 'must',
  },
  quantifier: {
    all: 'some',
    some: 'all',
    many: 'few',
    few: 'many',
    every: 'some',
    any: 'all',
    most: 'some',
    several: 'all',
    always: 'often',
    never: 'sometimes',
    only: 'always',
  },
  /** Key words that are one letter from another word: a change of these is no slip of the fingers. */
  byLetter: {
    not: 'now',
    now: 'not',
    no: 'so',
    nor: 'for',
    we: 'he',
    he: 'she',
    our: 'your',
    would: 'could',
    could: 'would',
    any: 'many',
  },
} as const;
const VERBS = new Set(
  'is are was were will would can could should must has have had do does did may might shall'.split(' '),
);
const NUMBER_WORDS = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'twelve',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
];
const NAMES = [
  'Spain',
  'Mexico',
  'Japan',
  'Germany',
  'Canada',
  'Texas',
  'Boston',
  'Johnson',
  'Smith',
  'Williams',
  'Europe',
  'Asia',
];
const CONTENT =
  'water stone window garden letter paper silver river mountain summer market bridge kitchen engine farmer doctor captain forest valley island'.split(
    ' ',
  );
const EXTRA = 'really simply clearly perhaps today again together quickly here there very quite'.split(' ');

/** Makes a quotation of a kind from a sentence, or null where the sentence has nothing to change. */
export function made(kind: Kind, index: number, sentences: readonly Sentence[], random: Random): MadeQuery | null {
  const origin = sentences[index];
  const words = origin.text.split(/\s+/u);
  const query = (quote: string | null, second?: Sentence): MadeQuery | null =>
    quote === null ? null : { id: '', kind, origin, quote, ...(second === undefined ? {} : { second }) };
  const cut = (least: number, most: number): string => {
    const length = least + Math.floor(random() * (most - least + 1));
    const from = Math.floor(random() * Math.max(1, words.length - length));
    return words.slice(from, from + length).join(' ');
  };
  const swap = (table: Readonly<Record<string, string>>): string | null => {
    const places = words.flatMap((word, i) => (bare(word).toLowerCase() in table ? [i] : []));
    if (places.length === 0) return null;
    const at = pick(random, places);
    const word = bare(words[at]);
    return words.with(at, words[at].replace(word, table[word.toLowerCase()])).join(' ');
  };
  switch (kind) {
    case 'verbatim':
      return query(origin.text);
    case 'fragment 4-6':
      return query(cut(4, 6));
    case 'fragment 7-10':
      return query(cut(7, 10));
    case 'typography':
      return query(
        origin.text
          .replace(/'/gu, '’')
          .replace(/(\w)-(\w)/gu, '$1‑$2')
          .replace(/ /gu, () => (random() < 0.1 ? '\u00A0' : ' '))
          .replace(/,(?=\s)/gu, () => (random() < 0.3 ? '' : ','))
          .replace(/^(.)/u, (letter) => letter.toLowerCase()),
      );
    case 'across two sentences': {
      const next = sentences[index + 1];
      if (next?.source !== origin.source || next.start - origin.end > 2) return null;
      return query(words.slice(-6).join(' ') + ' ' + next.text.split(/\s+/u).slice(0, 8).join(' '));
    }
    case 'marked cut': {
      if (words.length < 16) return null;
      const from = 5 + Math.floor(random() * 3);
      const to = from + 2 + Math.floor(random() * (words.length - from - 7));
      return query(
        [...words.slice(0, from), pick(random, ['...', '…', '[...]', '. . .']), ...words.slice(to)].join(' '),
      );
    }
    case 'bracket': {
      const at = 3 + Math.floor(random() * (words.length - 6));
      return query(words.with(at, `[${pick(random, CONTENT)}]`).join(' '));
    }
    case 'splice, unmarked': {
      const second = sentences.slice(index + 3, index + 8).find(({ source }) => source === origin.source);
      if (second === undefined || words.length > 25) return null;
      return query(`${origin.text} ${second.text.split(/\s+/u).slice(0, 14).join(' ')}`, second);
    }
    case '1-3 words edited': {
      let edited = words;
      const count = 1 + Math.floor(random() * 3);
      for (let i = 0; i < count; i++) {
        const at = 1 + Math.floor(random() * (edited.length - 2));
        const how = random();
        if (how < 0.4) edited = edited.with(at, pick(random, CONTENT));
        else if (how < 0.7) edited = edited.toSpliced(at, 0, pick(random, EXTRA));
        else edited = edited.toSpliced(at, 1);
      }
      return query(edited.join(' '));
    }
    case 'cleaned up': {
      const filler = pick(random, ['well,', 'you know,', 'uh,', 'I mean,']);
      const at = 2 + Math.floor(random() * (words.length - 4));
      const quote = random() < 0.5 ? words.toSpliced(at, 0, filler) : words.toSpliced(at, 0, words[at]);
      return query(quote.join(' '));
    }
    case 'noise 3 %':
      return query(noisy(origin.text, 0.03, random));
    case 'noise 8 %':
      return query(noisy(origin.text, 0.08, random));
    case 'negation': {
      const not = words.findIndex((word) => bare(word).toLowerCase() === 'not');
      if (not > 0) return query(words.toSpliced(not, 1).join(' '));
      const verb = words.findIndex((word) => VERBS.has(word.toLowerCase()));
      return verb === -1 ? null : query(words.toSpliced(verb + 1, 0, 'not').join(' '));
    }
    case 'number': {
      const at = words.findIndex(
        (word) => /^\$?\d[\d,.]*%?$/u.test(word) || NUMBER_WORDS.includes(bare(word).toLowerCase()),
      );
      if (at === -1) return null;
      const word = words[at];
      if (/\d/u.test(word)) {
        const digits = [...word.matchAll(/\d/gu)];
        const { index: place, 0: digit } = pick(random, digits);
        return query(
          words.with(at, word.slice(0, place) + String((Number(digit) % 9) + 1) + word.slice(place + 1)).join(' '),
        );
      }
      const other = pick(
        random,
        NUMBER_WORDS.filter((name) => name !== bare(word).toLowerCase()),
      );
      return query(words.with(at, word.replace(bare(word), other)).join(' '));
    }
    case 'name': {
      const at = words.findIndex(
        (word, i) => i > 0 && /^\p{Lu}\p{Ll}{3,}[,;]?$/u.test(word) && !/[.:;!?]$/u.test(words[i - 1]),
      );
      if (at === -1) return null;
      const other = pick(
        random,
        NAMES.filter((name) => name !== bare(words[at])),
      );
      return query(words.with(at, words[at].replace(bare(words[at]), other)).join(' '));
    }
    case 'pronoun':
      return query(swap(SWAPS.pronoun));
    case 'modal':
      return query(swap(SWAPS.modal));
    case 'quantifier':
      return query(swap(SWAPS.quantifier));
    case 'key word by a letter':
      return query(swap(SWAPS.byLetter));
  }
}

const NEIGHBOURS = 'qwertyuiop asdfghjkl zxcvbnm';

/** Characters replaced by a neighbour of the keyboard, left out, doubled or swapped, each letter with probability `rate`. */
export function noisy(text: string, rate: number, random: Random): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (!/[a-z]/iu.test(letter) || random() >= rate) {
      out += letter;
      continue;
    }
    const how = random();
    const at = NEIGHBOURS.indexOf(letter.toLowerCase());
    if (how < 0.4) out += NEIGHBOURS[at + (random() < 0.5 ? 1 : -1)]?.trim() || 'x';
    else if (how < 0.6) out += '';
    else if (how < 0.8) out += letter + letter;
    else if (i + 1 < text.length && /[a-z]/iu.test(text[i + 1])) {
      out += text[i + 1] + letter;
      i++;
    } else out += letter;
  }
  return out;
}

/** `count` quotations of every kind. */
export function madeQueries(sentences: readonly Sentence[], count: number, seed: number): MadeQuery[] {
  const random = seeded(seed);
  const all: MadeQuery[] = [];
  for (const kind of Object.keys(KINDS) as Kind[]) {
    for (let tries = 0, found = 0; found < count && tries < count * 60; tries++) {
      const query = made(kind, Math.floor(random() * sentences.length), sentences, random);
      if (
        query === null ||
        (query.quote === query.origin.text) !==
          (kind === 'verbatim' || (kind === 'typography' && query.quote === query.origin.text))
      )
        continue;
      all.push({ ...query, id: `${kind} ${found++}` });
    }
  }
  return all;
}
