import type { Verdict } from '../core/matching/types.ts';
import type { ReadingSettings, SiteMode } from '../core/settings/types.ts';
import { t, type MessageKey } from '../platform/i18n.ts';
import { formatList, formatNumber, plural, uiLanguage } from '../ui/language.ts';
import { LOOKS } from '../ui/verdict.ts';

type Labels<Value extends string> = Readonly<Record<Value, MessageKey>>;

export const MODE_LABELS: Labels<SiteMode> = { on: 'optionsModeOn', ask: 'optionsModeAsk', off: 'optionsModeOff' };
export const STRICTNESS_LABELS: Labels<ReadingSettings['strictness']> = {
  'exact-only': 'optionsStrictExact',
  default: 'optionsStrictDefault',
  everything: 'optionsStrictEverything',
};
export const STYLE_LABELS: Labels<ReadingSettings['style']> = {
  underline: 'optionsStyleUnderline',
  tint: 'optionsStyleTint',
  both: 'optionsStyleBoth',
};
export const PALETTE_LABELS: Labels<ReadingSettings['palette']> = {
  colour: 'optionsPaletteColour',
  'high-contrast': 'optionsPaletteContrast',
  grey: 'optionsPaletteGrey',
};
export const SCOPE_LABELS: Labels<ReadingSettings['scope']> = {
  article: 'optionsScopeArticle',
  everything: 'optionsScopeEverything',
};

export const modeText = (mode: SiteMode): string => t(MODE_LABELS[mode]);

export const verdictText = (verdict: Verdict): string => t(LOOKS[verdict].label);

/** One reading choice in a few words, as the list of sites shows it. */
export function choiceText<K extends keyof ReadingSettings>(name: K, value: ReadingSettings[K]): string {
  const reading = { [name]: value } as Partial<ReadingSettings>;
  if (reading.strictness !== undefined) return t(STRICTNESS_LABELS[reading.strictness]);
  if (reading.style !== undefined) return t(STYLE_LABELS[reading.style]);
  if (reading.palette !== undefined) return t(PALETTE_LABELS[reading.palette]);
  if (reading.scope !== undefined) return t(SCOPE_LABELS[reading.scope]);
  if (reading.minWords !== undefined) return plural('optionsFromWords', reading.minWords);
  if (reading.hoverCard !== undefined) return t(reading.hoverCard ? 'optionsHoverOn' : 'optionsHoverOff');
  if (reading.hidden !== undefined)
    return reading.hidden.length === 0
      ? t('optionsHidesNone')
      : t('optionsHides', formatList(reading.hidden.map((verdict) => verdictText(verdict))));
  const packs = reading.packs ?? null;
  return packs === null ? t('optionsPacksAll') : plural('optionsPacksSome', packs.length);
}

/** A rule's own reading choices in one line; empty when it has none. */
export function choicesText(reading: Partial<ReadingSettings> | undefined): string {
  return (Object.keys(reading ?? {}) as (keyof ReadingSettings)[])
    .map((name) => choiceText(name, reading![name]!))
    .join(' · ');
}

const DAY = 86_400_000;

/** "today", "3 days ago", or the date when it was longer ago than a month. `now` in ms. */
export function agoText(iso: string, now: number): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const days = Math.floor(now / DAY) - Math.floor(time / DAY);
  if (days > 31) return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium' }).format(time);
  return new Intl.RelativeTimeFormat(uiLanguage(), { numeric: 'auto' }).format(-Math.max(0, days), 'day');
}

/** The name of a country in the interface's language. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames([uiLanguage()], { type: 'region' }).of(code) ?? code;

export { formatNumber };
