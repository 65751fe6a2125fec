import * as v from 'valibot';
import { normalisePattern } from '../sites/pattern.ts';
import { MAX_RULES, ReadingChoicesSchema, SITE_MODES } from './schema.ts';
import type { ReadingSettings, SiteMode, SiteRule } from './types.ts';

/** A line that was not taken, and why. */
export interface RefusedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly problem: 'no-site' | 'no-mode' | 'no-choice' | 'too-many';
}

export interface SiteList {
  readonly rules: readonly SiteRule[];
  readonly refused: readonly RefusedLine[];
}

type Choices = Partial<ReadingSettings>;
type Field = keyof ReadingSettings;

/** No encoded name of a pack holds an `@`. */
const ALL = '@all';
const NONE = '@none';

/** How each reading choice is written in a line: `name=value`. Names of packs are percent-encoded, so that they hold no space or comma. */
const FIELDS: {
  readonly [K in Field]: {
    readonly write: (value: ReadingSettings[K]) => string;
    readonly read: (text: string) => unknown;
  };
} = {
  strictness: { write: (value) => value, read: (text) => text },
  hidden: { write: (value) => value.join(',') || 'none', read: (text) => (text === 'none' ? [] : text.split(',')) },
  style: { write: (value) => value, read: (text) => text },
  palette: { write: (value) => value, read: (text) => text },
  minWords: { write: String, read: (text) => (/^\d{1,3}$/u.test(text) ? Number(text) : text) },
  hoverCard: {
    write: (value) => (value ? 'yes' : 'no'),
    read: (text) => (text === 'yes' ? true : text === 'no' ? false : text),
  },
  scope: { write: (value) => value, read: (text) => text },
  packs: {
    write: (value) => (value === null ? ALL : value.map(encodeURIComponent).join(',') || NONE),
    read: (text) => (text === ALL ? null : text === NONE ? [] : text.split(',').map(decode)),
  },
};

/**
 * Reads a list of sites, one a line: a host or pattern, then its mode if it has one, then choices of its own:
 *
 *     example.com on
 *     example.com/opinion/* off
 *     news.example.org ask minWords=6 style=tint
 *
 * A line without a mode gets `mode`, so a plain list of hosts, as content blockers keep them, is read too; lines that begin with `#` or `!`
 * are comments. Of two lines for one site the later holds. What can't be read is refused line by line.
 */
export function parseSiteList(text: string, mode: SiteMode): SiteList {
  const rules = new Map<string, SiteRule>();
  const refused: RefusedLine[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const words = wordsOf(line);
    if (words.length === 0) continue;
    const read = readLine(words, mode);
    if (typeof read !== 'string' && rules.size === MAX_RULES && !rules.has(read.pattern))
      refused.push({ line: index + 1, text: line.slice(0, 200), problem: 'too-many' });
    else if (typeof read === 'string')
      refused.push({ line: index + 1, text: line.trim().slice(0, 200), problem: read });
    else {
      rules.delete(read.pattern);
      rules.set(read.pattern, read);
    }
  }
  return { rules: [...rules.values()], refused };
}

/** The list as text; read back, it gives the same rules, but for when each was last used. */
export function formatSiteList(rules: readonly SiteRule[]): string {
  return rules.map((rule) => `${formatRule(rule)}\n`).join('');
}

function formatRule({ pattern, mode, reading = {} }: SiteRule): string {
  const choices = (Object.keys(FIELDS) as Field[]).filter((name) => reading[name] !== undefined);
  return [pattern, mode, ...choices.map((name) => `${name}=${writeField(name, reading)}`)].join(' ');
}

const writeField = <K extends Field>(name: K, reading: Choices): string =>
  FIELDS[name].write(reading[name] as ReadingSettings[K]);

/** The words of a line without its comment. Content blockers' own headings and schemes are no sites. */
function wordsOf(line: string): string[] {
  const bare = line.trim();
  if (/^(?:[#!]|\[Adblock)/iu.test(bare)) return [];
  const words = bare.split(/\s+/u).filter((word) => word !== '');
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

function readLine([site, ...rest]: readonly string[], mode: SiteMode): SiteRule | RefusedLine['problem'] {
  const pattern = /^[\w-]+-scheme$/u.test(site) ? null : normalisePattern(site);
  if (pattern === null) return 'no-site';
  const said = rest.find((word) => !word.includes('='))?.toLowerCase();
  const known = SITE_MODES.find((each) => each === said);
  const choices = rest.filter((word) => word.includes('='));
  if ((said !== undefined && known === undefined) || rest.length - choices.length > 1) return 'no-mode';
  const reading = readChoices(choices);
  if (reading === null) return 'no-choice';
  return { pattern, mode: known ?? mode, ...(Object.keys(reading).length === 0 ? {} : { reading }) };
}

function readChoices(words: readonly string[]): Choices | null {
  const data: Record<string, unknown> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    const name = word.slice(0, at);
    if (!isField(name)) return null;
    data[name] = FIELDS[name].read(word.slice(at + 1));
  }
  const read = v.safeParse(ReadingChoicesSchema, data);
  return read.success ? read.output : null;
}

const isField = (name: string): name is Field => Object.hasOwn(FIELDS, name);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
