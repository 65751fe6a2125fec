import { labelAt, type Label } from './labels.ts';

/** One speaker's words as the transcript labels them. */
export interface LabelledTurn {
  /** Null for words before the first label. */
  readonly label: string | null;
  readonly at: number | null;
  /** Paragraphs joined by newlines. */
  readonly text: string;
}

export interface Transcript {
  /** Place, date and time lines above the first words. */
  readonly header: readonly string[];
  /** At least one label was found. */
  readonly labelled: boolean;
  readonly turns: readonly LabelledTurn[];
}

interface Line {
  readonly text: string;
  /** First line of a paragraph. */
  readonly opens: boolean;
  readonly label: Label | null;
}

const TIME_LINE = /^\(?\d{1,2}[:.]\d{2}\s*[AP]\.?\s?M\b.{0,14}$/iu;
const END_LINE = /^(?:[#*\s]{3,}|[-_=—]{3,}|END(?:\s+\d{1,2}:\d{2}.{0,16})?|\(?END\)?\.?)$/u;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
const INVISIBLE = /[\u200b\u200e\u200f\u2060\ufeff\u00ad]|\\(?=[[\]*_#.~`>!()-])/gu;

/**
 * A transcript's turns by its speaker labels. A text with blank lines has paragraphs between them (hard-wrapped lines are joined);
 * otherwise every line is a paragraph. Marks of emphasis and headings in Markdown are taken off.
 */
export function splitTurns(text: string): Transcript {
  const lines = readLines(text);
  const labels = acceptedLabels(lines);
  if (labels.size === 0) return unlabelled(lines);
  const first = lines.findIndex((line) => isAccepted(line, labels));
  const { header, preamble } = splitHeader(lines.slice(0, first));
  const turns: LabelledTurn[] = [];
  if (preamble !== '') turns.push({ label: null, at: null, text: preamble });
  let label: Label = lines[first].label!;
  let words = new Paragraphs();
  const finish = () => {
    const said = words.text();
    if (said !== '') turns.push({ label: label.name, at: label.at, text: said });
    words = new Paragraphs();
  };
  for (let i = first; i < lines.length; i++) {
    const line = lines[i];
    if (isAccepted(line, labels)) {
      if (i > first) finish();
      label = line.label!;
      words.open(line.text.slice(label.end));
    } else if (!isEnd(line.text)) {
      if (line.opens) words.open(line.text);
      else words.join(line.text);
    }
  }
  finish();
  return { header, labelled: true, turns };
}

function readLines(raw: string): Line[] {
  const text = raw
    .replace(/\r\n?|\f|\u2028|\u2029/gu, '\n')
    .replace(ODD_SPACES, ' ')
    .replace(INVISIBLE, '');
  const spaced = /\S[ \t]*\n[ \t]*\n[ \t]*\S/u.test(text);
  const out: Line[] = [];
  let blank = true;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') {
      blank = true;
      continue;
    }
    out.push({ text: trimmed, opens: blank || !spaced, label: labelAt(trimmed) });
    blank = false;
  }
  return out;
}

/** The labels of this text that are speakers, by how they look and how often they come. */
function acceptedLabels(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, { kind: Label['kind']; count: number; first: number }>();
  let paragraphs = 0;
  for (const { label, opens } of lines) {
    if (opens) paragraphs++;
    if (!label || (!opens && label.kind !== 'certain')) continue;
    const known = counts.get(label.name);
    if (known) known.count++;
    else counts.set(label.name, { kind: label.kind, count: 1, first: paragraphs });
  }
  const all = [...counts];
  const accepted = new Set(all.filter(([, { kind }]) => kind === 'certain').map(([name]) => name));
  const capitals = all.filter(([, { kind }]) => kind === 'capitals');
  const inCapitals = accepted.size > 0 || capitals.reduce((sum, [, { count }]) => sum + count, 0) >= 2;
  for (const [name, { count }] of capitals) {
    if (count >= 2 || (inCapitals && name.includes(' '))) accepted.add(name);
  }
  if (accepted.size > 0 && (accepted.size > 1 || !accepted.has('Q'))) {
    if (counts.has('Q')) accepted.add('Q');
    return accepted;
  }
  const mixed = all.filter(([, { kind }]) => kind === 'title-case');
  const total = mixed.reduce((sum, [, { count }]) => sum + count, 0);
  const start = Math.min(...mixed.map(([, { first }]) => first));
  if (total >= 2 && start <= 6 && total >= paragraphs * 0.15) {
    for (const [name, { count }] of mixed) if (count >= 2 || name.includes(' ')) accepted.add(name);
  }
  if (accepted.size > 0 && counts.has('Q')) accepted.add('Q');
  return accepted;
}

function isAccepted(line: Line, labels: ReadonlySet<string>): boolean {
  const label = line.label;
  if (!label || !labels.has(label.name)) return false;
  return line.opens || label.kind === 'certain' || (label.kind === 'capitals' && label.name.includes(' '));
}

/** Above the first label: short lines of place and time, then perhaps words that nobody is named for. */
function splitHeader(lines: readonly Line[]): { header: string[]; preamble: string } {
  const time = lines.findIndex((line) => TIME_LINE.test(line.text));
  const words = lines.slice(time + 1).reduce((sum, line) => sum + line.text.split(' ').length, 0);
  const isShort = words < 25;
  const head = isShort ? lines : lines.slice(0, time + 1);
  const rest = new Paragraphs();
  if (!isShort) {
    for (const line of lines.slice(time + 1)) {
      if (isEnd(line.text)) continue;
      if (line.opens) rest.open(line.text);
      else rest.join(line.text);
    }
  }
  return { header: head.map((line) => plain(line.text)).filter((line) => line !== ''), preamble: rest.text() };
}

function unlabelled(lines: readonly Line[]): Transcript {
  const time = lines.slice(0, 12).findIndex((line) => TIME_LINE.test(line.text));
  const words = new Paragraphs();
  for (const line of lines.slice(time + 1)) {
    if (isEnd(line.text)) continue;
    if (line.opens) words.open(line.text);
    else words.join(line.text);
  }
  const text = words.text();
  return {
    header: lines.slice(0, time + 1).map((line) => plain(line.text)),
    labelled: false,
    turns: text === '' ? [] : [{ label: null, at: null, text }],
  };
}

function isEnd(line: string): boolean {
  const first = line.charCodeAt(0);
  // Cheap test first: such lines begin with a mark, a digit or "E".
  if (first > 0x45 && first !== 0x5f && first !== 0x2014) return false;
  return END_LINE.test(line) || TIME_LINE.test(line);
}

/** Text without Markdown's marks for emphasis and headings. */
function plain(text: string): string {
  let out = text;
  if (out.charCodeAt(0) === 0x23) out = out.replace(/^#{1,6}\s+/u, '');
  if (out.includes('*')) out = out.replace(/\*{1,3}/gu, '');
  if (out.includes('_')) out = out.replace(/(^|[\s(“"])_{1,2}(?=\S)|(\S)_{1,2}(?=[\s.,;:!?)”"]|$)/gu, '$1$2');
  if (out.includes('  ') || out.includes('\t')) out = out.replace(/[ \t]{2,}|\t/gu, ' ');
  return out.trim();
}

class Paragraphs {
  readonly #paragraphs: string[] = [];
  #current: string[] = [];

  open(line: string): void {
    this.#close();
    this.#current.push(line);
  }

  join(line: string): void {
    this.#current.push(line);
  }

  text(): string {
    this.#close();
    return this.#paragraphs.join('\n');
  }

  #close(): void {
    if (this.#current.length === 0) return;
    const text = plain(this.#current.join(' '));
    if (text !== '') this.#paragraphs.push(text);
    this.#current = [];
  }
}
