import type { Turn } from '../document.ts';
import { documentOf, type Origin } from './documents.ts';
import { labelAt, milliseconds } from './turns/labels.ts';
import { personOf } from './turns/people.ts';
import type { Item } from './types.ts';
import { stemOf } from './detect.ts';

interface Cue {
  readonly at: number;
  readonly lines: readonly string[];
}

/** A turn of one speaker is cut at a sentence's end once it is this long (ms), so that its time still leads near the words. */
const LONGEST_TURN = 60_000;

/**
 * SubRip or WebVTT: cue times are kept, words that rolling captions repeat are taken out, `<v Name>` and ">> NAME:" name the speaker.
 */
export function subtitleItems(text: string, origin: Origin, where: string): Item[] {
  const cues = [...readCues(text)];
  if (cues.length === 0) return [{ kind: 'skipped', where, why: 'no cue with a time in it' }];
  const turns = turnsOf(withoutRepeats(cues), origin);
  const document = documentOf({ turns, uncertain: 'captions' }, origin);
  return [document === null ? { kind: 'skipped', where, why: 'no words in it' } : { kind: 'document', document }];
}

const TIMING = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/u;

function* readCues(text: string): Generator<Cue> {
  let at: number | null = null;
  let lines: string[] = [];
  let inNote = false;
  for (const raw of `${text.replace(/\r\n?/gu, '\n')}\n\n`.split('\n')) {
    const timing = raw.includes('-->') ? TIMING.exec(raw) : null;
    if (timing) {
      // A number or a name that stood above this time belongs to it, not to the cue before.
      if (at !== null && lines.length > 0) yield { at, lines };
      at = milliseconds(timing[1]);
      lines = [];
      inNote = false;
    } else if (raw.trim() === '') {
      if (at !== null && lines.length > 0) yield { at, lines };
      at = null;
      lines = [];
      inNote = false;
    } else if (/^(?:NOTE|STYLE|REGION)\b/u.test(raw) && at === null) {
      inNote = true;
    } else if (!inNote && at !== null) {
      lines.push(raw.trim());
    }
  }
}

/** Rolling captions show the last line again above the new one: such lines are taken out. */
function withoutRepeats(cues: readonly Cue[]): Cue[] {
  let shown: readonly string[] = [];
  const out: Cue[] = [];
  for (const { at, lines } of cues) {
    const bare = lines.map(bareText);
    let repeated = 0;
    for (let size = Math.min(shown.length, bare.length); size > 0; size--) {
      if (bare.slice(0, size).every((line, i) => line === shown[shown.length - size + i])) {
        repeated = size;
        break;
      }
    }
    const fresh = lines.slice(repeated).map((line, i) => (i === 0 ? continuation(line, shown.at(-1) ?? '') : line));
    shown = bare.filter((line) => line !== '');
    const kept = fresh.filter((line) => bareText(line) !== '');
    if (kept.length > 0) out.push({ at, lines: kept });
  }
  return out;
}

/** "we will not" followed by "we will not go": only "go" is new. */
function continuation(line: string, before: string): string {
  const bare = bareText(line);
  return before.length > 8 && bare.startsWith(`${before} `) ? bare.slice(before.length + 1) : line;
}

function turnsOf(cues: readonly Cue[], origin: Origin): Turn[] {
  const context = { document: { title: stemOf(origin.name) }, text: '', labels: new Map<string, number>() };
  const turns: { speaker?: string; at: number; words: string[] }[] = [];
  let speaker: string | undefined;
  let fresh = true;
  for (const { at, lines } of cues) {
    for (const line of lines) {
      const voice = /<v(?:\.[\w.]+)?\s+([^>]{1,80})>/u.exec(line);
      const changes = /^\s*(?:>>+|&gt;&gt;|-\s)/u.test(line);
      const bare = bareText(line).replace(/^(?:>>+|-)\s*/u, '');
      const label = voice ? null : labelAt(bare);
      const isLabel = label !== null && label.kind !== 'asker' && (label.kind !== 'title-case' || changes);
      const name = voice ? voice[1].trim() : isLabel ? personOf(label.name, context, origin.people) : undefined;
      const words = isLabel ? bare.slice(label.end) : bare;
      if (name !== undefined && name !== speaker) {
        speaker = name;
        fresh = true;
      } else if (changes && name === undefined) {
        speaker = undefined;
        fresh = true;
      }
      const last = turns.at(-1);
      const long =
        last !== undefined && at - last.at >= LONGEST_TURN && /[.!?…]["”’)]*$/u.test(last.words.at(-1) ?? '');
      if (fresh || last === undefined || long)
        turns.push({ ...(speaker === undefined ? {} : { speaker }), at, words: [] });
      fresh = false;
      if (words !== '') turns.at(-1)!.words.push(words);
    }
  }
  return turns.map(({ words, ...turn }) => ({ ...turn, text: words.join(' ') }));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  lrm: '',
  rlm: '',
};

function bareText(line: string): string {
  return line
    .replace(/<[^<>]{0,200}>|\{\\[^{}]{0,80}\}/gu, '')
    .replace(/&(amp|lt|gt|nbsp|quot|lrm|rlm);/gu, (_, name: string) => ENTITIES[name])
    .replace(/\s+/gu, ' ')
    .trim();
}
