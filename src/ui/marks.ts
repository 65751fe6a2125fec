import type { Verdict } from '../core/matching/types.ts';
import type { Palette, ReadingSettings } from '../core/settings/types.ts';

/** What a stretch of the page can be painted as. */
export type MarkKind = Exclude<Verdict, 'not-checked'> | 'current';

/**
 * The names under which the browser keeps the highlights. The registry is shared with the page, so the names say nothing
 * of verdicts or of this extension.
 */
export const MARK_NAMES: Readonly<Record<MarkKind, string>> = {
  exact: 'reading-1',
  'edits-marked': 'reading-2',
  cleaned: 'reading-3',
  'key-word-altered': 'reading-4',
  altered: 'reading-5',
  joined: 'reading-6',
  'known-misquotation': 'reading-7',
  resembles: 'reading-8',
  'not-found': 'reading-9',
  current: 'reading-0',
};

const ALWAYS: ReadonlySet<Verdict> = new Set<Verdict>([
  'exact',
  'edits-marked',
  'cleaned',
  'key-word-altered',
  'altered',
  'joined',
  'known-misquotation',
]);
const EXACT: ReadonlySet<Verdict> = new Set<Verdict>(['exact', 'edits-marked']);

/** Whether a verdict is marked on the page under the reader's settings. */
export function isMarked(verdict: Verdict, reading: ReadingSettings): boolean {
  if (verdict === 'not-checked' || reading.hidden.includes(verdict)) return false;
  if (reading.strictness === 'everything') return true;
  return (reading.strictness === 'exact-only' ? EXACT : ALWAYS).has(verdict);
}

/** Okabe–Ito blue, vermilion and a grey; each has a contrast of at least 3 to 1 on white and on near-black, the dark set of 4.5 to 1 on dark. */
interface Colours {
  readonly same: string;
  readonly differs: string;
  readonly quiet: string;
}
const COLOURS: Readonly<Record<Palette, { readonly light: Colours; readonly dark: Colours }>> = {
  colour: {
    light: { same: '#0072b2', differs: '#d55e00', quiet: '#767b84' },
    dark: { same: '#56b4e9', differs: '#f09a4a', quiet: '#9aa0aa' },
  },
  'high-contrast': {
    light: { same: '#003e8a', differs: '#a02800', quiet: '#3c4047' },
    dark: { same: '#a5d8ff', differs: '#ffc46b', quiet: '#d5d9e0' },
  },
  grey: {
    light: { same: '#5f646c', differs: '#3c4047', quiet: '#8a8f98' },
    dark: { same: '#a9afb9', differs: '#d5d9e0', quiet: '#8a8f98' },
  },
};

/** The line of each kind: its shape alone tells the verdicts apart, without colour. */
const LINES: Readonly<Record<Exclude<MarkKind, 'current'>, { line: string; colour: keyof Colours }>> = {
  exact: { line: 'solid 2px', colour: 'same' },
  'edits-marked': { line: 'double 1px', colour: 'same' },
  cleaned: { line: 'dotted 2px', colour: 'same' },
  'key-word-altered': { line: 'wavy 2px', colour: 'differs' },
  altered: { line: 'wavy 1px', colour: 'differs' },
  joined: { line: 'dashed 2px', colour: 'differs' },
  'known-misquotation': { line: 'dashed 3px', colour: 'differs' },
  resembles: { line: 'dashed 1px', colour: 'quiet' },
  'not-found': { line: 'dotted 1px', colour: 'quiet' },
};

/** Colours of the reader's system, where it forces its own on pages: two lines of like shape differ in these too. */
const FORCED: Readonly<Record<keyof Colours, string>> = { same: 'LinkText', differs: 'CanvasText', quiet: 'GrayText' };

/** The style sheet of all marks. Never sets the colour of text, so it is as legible as the page; nothing is marked in print. */
export function marksCss(reading: Pick<ReadingSettings, 'style' | 'palette'>, dark: boolean): string {
  const colours = COLOURS[reading.palette][dark ? 'dark' : 'light'];
  const rules: string[] = [];
  for (const [kind, { line, colour }] of Object.entries(LINES) as [
    keyof typeof LINES,
    (typeof LINES)[keyof typeof LINES],
  ][]) {
    const parts: string[] = [];
    if (reading.style !== 'tint') parts.push(`text-decoration: underline ${line} ${colours[colour]}`);
    if (reading.style !== 'underline') parts.push(`background-color: ${colours[colour]}${dark ? '33' : '22'}`);
    rules.push(`::highlight(${MARK_NAMES[kind]}) { ${parts.join('; ')}; }`);
  }
  rules.push(`::highlight(${MARK_NAMES.current}) { background-color: ${colours.same}${dark ? '4d' : '33'}; }`);
  const all = Object.values(MARK_NAMES).map((name) => `::highlight(${name})`);
  return [
    `@media not print {`,
    ...rules,
    `}`,
    `@media (forced-colors: active) {`,
    ...Object.entries(LINES).map(
      ([kind, { line, colour }]) =>
        // Without colours a highlight gets the selection’s; Chromium gives it those in any case, and the line’s shape is all that tells.
        `::highlight(${MARK_NAMES[kind as MarkKind]}) { text-decoration: underline ${line} ${FORCED[colour]}; background-color: Canvas; color: CanvasText; }`,
    ),
    `::highlight(${MARK_NAMES.current}) { background-color: Highlight; color: HighlightText; }`,
    `}`,
    `@media print { ${all.join(', ')} { text-decoration: none; background-color: transparent; } }`,
  ].join('\n');
}
