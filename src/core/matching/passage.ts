import type { Pack } from '../packs/open.ts';
import type { Shard } from '../packs/shard.ts';
import { partField, partLength } from '../packs/textBlocks.ts';
import { ROLES } from '../packs/format.ts';
import type { TurnRole } from '../packs/types.ts';
import { readWordsFrom, sentenceEnd, sentenceStart, Words } from '../text/index.ts';
import type { SaidWords } from './compared.ts';
import { exactRange } from './locate.ts';

/** A stretch of a part's words with their places in the part's text. */
interface PartWords {
  readonly text: string;
  /** The word index, in the shard, of the first place. */
  readonly first: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** UTF-16 units around a passage that are read for its context. */
const CONTEXT = 1_000;
/** Words before and behind a passage that are placed as well: an edit at its end points there. */
const MARGIN = 2;

/** Reads passages of packs. */
export class PassageReader {
  private readonly reading = new Words();

  /** The passage of the words [start, end) of a shard, with the turn that holds most of it. */
  async passage(pack: Pack, shard: Shard, start: number, end: number): Promise<Passage> {
    const { frame } = shard;
    const firstPart = shard.partOf(start);
    const lastPart = shard.partOf(Math.max(start, end - 1));
    const turn = mainTurn(shard, firstPart, lastPart, start, end);
    const parts = new Map<number, PartWords>();
    for (let part = firstPart; part <= lastPart; part++) {
      parts.set(part, this.placed(await pack.partText(shard, part), shard, part, start - MARGIN, end + MARGIN));
    }
    const inTurn = (part: number): boolean => part >= 0 && part < frame.partCount && sameTurn(shard, part, turn);
    // The neighbours are read where the context may reach into them.
    let first = Math.max(firstPart, firstOfTurn(shard, turn, firstPart));
    if (inTurn(first - 1) && parts.has(first) && parts.get(first)!.starts[0] < CONTEXT) first--;
    let last = lastPart;
    while (!inTurn(last)) last--;
    const lastWords = parts.get(last);
    if (
      inTurn(last + 1) &&
      (lastWords === undefined || lastWords.text.length - lastWords.ends[lastWords.ends.length - 1] < CONTEXT)
    )
      last++;
    let text = '';
    for (let part = first; part <= last; part++) text += parts.get(part)?.text ?? (await pack.partText(shard, part));
    return new Passage(pack, shard, turn, start, parts, new TurnText(text, partField(frame, first, 'turnStart')));
  }

  /** Places the words [start, end) of a part's text, reading from the nearest known place. */
  private placed(text: string, shard: Shard, part: number, start: number, end: number): PartWords {
    const first = Math.max(start, shard.partWords[part]);
    const anchor = shard.anchor(part, first);
    const words = readWordsFrom(text, anchor.start, text.length, this.reading, end - anchor.word);
    const before = Math.min(first - anchor.word, Math.max(0, words.count - 1));
    return {
      text,
      first: anchor.word + before,
      starts: numbers(words.start, before, words.count),
      ends: numbers(words.end, before, words.count),
    };
  }
}

/** The folded word at a word index; empty where there is none. */
function foldedAt(shard: Shard, word: number): string {
  const id = shard.words[word];
  return id > 0 ? shard.word(id) : '';
}

/** A plain copy: small typed arrays cost more to make than they save. */
function numbers(from: Uint32Array, start: number, end: number): number[] {
  const copy: number[] = [];
  for (let i = start; i < end; i++) copy.push(from[i]);
  return copy;
}

/** The first part at or behind `from` that belongs to a turn. */
function firstOfTurn(shard: Shard, turn: number, from: number): number {
  let part = from;
  while (part < turn && !sameTurn(shard, part, turn)) part++;
  return part;
}

const sameTurn = ({ frame }: Shard, a: number, b: number): boolean =>
  partField(frame, a, 'source') === partField(frame, b, 'source') &&
  partField(frame, a, 'turn') === partField(frame, b, 'turn');

/** A part of the turn in which most of the words stand. */
function mainTurn(shard: Shard, first: number, last: number, start: number, end: number): number {
  let best = first;
  let most = -1;
  for (let part = first; part <= last; part++) {
    const from = Math.max(start, shard.partWords[part]);
    const to = part === last ? end : Math.min(end, shard.partWords[part + 1]);
    if (to - from > most) {
      most = to - from;
      best = part;
    }
  }
  return best;
}

/** The text around a passage: before and behind it, the sentence behind its own, and its own sentence. */
export interface Context {
  readonly before: string;
  readonly after: string;
  readonly next: string;
  readonly sentence: string;
}

/** The text of a turn around a passage. Offsets are UTF-16, in the turn. */
export class TurnText {
  private known: Context | null = null;

  /** @param start where `text` begins in the turn */
  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {}

  /** The text from one offset to another, as far as it was read. */
  slice(start: number, end: number): string {
    return this.text.slice(Math.max(0, start - this.start), Math.max(0, end - this.start));
  }

  /** Whether a sentence begins at an offset. */
  startsSentence(offset: number): boolean {
    return opensSentence(this.text, offset - this.start);
  }

  /** Whether a sentence ends at an offset, closing marks left aside. */
  closesSentence(offset: number): boolean {
    return /^["'”’»)\]]*([.!?…]|\s*$|["'”’»)\]]*\n)/u.test(
      this.text.slice(offset - this.start, offset - this.start + 8),
    );
  }

  /** The sentence before the passage, and the rest of its last sentence with the sentence behind; read once for a passage. */
  context(start: number, end: number): Context {
    return (this.known ??= this.readContext(start, end));
  }

  private readContext(start: number, end: number): Context {
    const from = start - this.start;
    const to = end - this.start;
    const window = this.text.slice(Math.max(0, from - CONTEXT), to + CONTEXT);
    const shift = Math.max(0, from - CONTEXT);
    const own = sentenceStart(window, from - shift);
    const previous = own > 0 ? sentenceStart(window, Math.max(0, own - 2)) : 0;
    const closed = this.closesSentence(end) ? behindMarks(window, to - shift) : sentenceEnd(window, to - shift);
    const next = closed < window.length ? sentenceEnd(window, skipped(window, closed)) : closed;
    return {
      before: window.slice(previous, from - shift).trimStart(),
      after: window.slice(to - shift, next).trimEnd(),
      next: window.slice(closed, next).trim(),
      sentence: window.slice(own, closed),
    };
  }

  /** Whether what stands at an offset stands inside quotation marks of the paragraph. */
  isQuoted(start: number): boolean {
    const at = start - this.start;
    const near = this.text.slice(Math.max(0, at - CONTEXT), at);
    const paragraph = near.slice(near.lastIndexOf('\n') + 1);
    return occurrences(paragraph, '“') > occurrences(paragraph, '”') || occurrences(paragraph, '"') % 2 === 1;
  }
}

/** The words of a passage with their places in the text of its turn, and the text around them. */
export class Passage implements SaidWords {
  /** The folded words from the first one on, as they are asked for. */
  private readonly words: string[] = [];

  constructor(
    private readonly pack: Pack,
    private readonly shard: Shard,
    private readonly mainPart: number,
    private readonly firstWord: number,
    private readonly parts: ReadonlyMap<number, PartWords>,
    readonly around: TurnText,
  ) {}

  get source(): number {
    return partField(this.shard.frame, this.mainPart, 'source');
  }
  get turn(): number {
    return partField(this.shard.frame, this.mainPart, 'turn');
  }
  get role(): TurnRole {
    return ROLES[partField(this.shard.frame, this.mainPart, 'role')];
  }
  get speaker(): string | null {
    return this.pack.person(partField(this.shard.frame, this.mainPart, 'speaker'));
  }
  get by(): string | null {
    return this.pack.person(partField(this.shard.frame, this.mainPart, 'by'));
  }
  get at(): number | null {
    const at = partField(this.shard.frame, this.mainPart, 'at');
    return at === 0 ? null : at - 1;
  }

  folded(word: number): string {
    const { words, firstWord, shard } = this;
    const index = word - firstWord;
    if (index < 0 || index > words.length) return foldedAt(shard, word);
    if (index === words.length) words.push(foldedAt(shard, word));
    return words[index];
  }

  frequencyOf(folded: string): number {
    return this.shard.frequency(this.shard.idOfWord(folded));
  }

  get shardLength(): number {
    return this.shard.length;
  }

  pairFrequency(first: string, second: string): number {
    const { low, high } = exactRange(
      this.shard,
      Uint16Array.of(this.shard.idOfWord(first), this.shard.idOfWord(second)),
      0,
      2,
    );
    return high - low;
  }

  start(word: number): number {
    return this.place(word, 'starts');
  }
  end(word: number): number {
    return this.place(word, 'ends');
  }

  surface(word: number): string {
    return this.around.slice(this.start(word), this.end(word));
  }

  opensSentence(word: number): boolean {
    return this.around.startsSentence(this.start(word));
  }

  private place(word: number, edge: 'starts' | 'ends'): number {
    const part = this.shard.partOf(word);
    if (!sameTurn(this.shard, part, this.mainPart)) return part < this.mainPart ? 0 : this.turnLength();
    const words = this.parts.get(part);
    const turnStart = partField(this.shard.frame, part, 'turnStart');
    if (words === undefined || words.starts.length === 0) return turnStart;
    const index = Math.min(Math.max(0, word - words.first), words.starts.length - 1);
    return turnStart + words[edge][index];
  }

  private turnLength(): number {
    const { frame } = this.shard;
    let part = this.mainPart;
    while (part + 1 < frame.partCount && sameTurn(this.shard, part + 1, this.mainPart)) part++;
    return partField(frame, part, 'turnStart') + partLength(frame, part);
  }
}

function occurrences(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

function behindMarks(text: string, at: number): number {
  return at + (/^["'”’»)\]]*[.!?…]*["'”’»)\]]*/u.exec(text.slice(at, at + 12))?.[0].length ?? 0);
}

function skipped(text: string, at: number): number {
  let cursor = at;
  while (cursor < text.length && /\s/u.test(text[cursor])) cursor++;
  return cursor;
}

/** Whether a sentence opens at an offset of a text: nothing before it, or a sentence's end, a colon or a dash. */
export function opensSentence(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 24), Math.max(0, offset));
  const bare = before.replace(/["'“‘«([\s]+$/u, '');
  if (bare === '' || /\n\s*["'“‘«([]*$/u.test(before)) return true;
  if (/(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Rep|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u.test(bare)) return false;
  return /[.!?…:;—–)\]”"]$|--$/u.test(bare);
}
