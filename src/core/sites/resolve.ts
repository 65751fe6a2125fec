import type { EffectiveSettings, ReadingSettings, Settings, SiteMode, SiteRule } from '../settings/types.ts';
import { hostHolds, placeOf, type Place } from './host.ts';
import { compareSpecificity, patternHolds, splitPattern, type Pattern } from './pattern.ts';

/** Why a mode holds: no rule (`default`), a rule for this very site, for a parent domain, or for a path. */
export type Because = 'default' | 'site' | 'parent' | 'path' | 'no-site';

export interface Explanation {
  readonly mode: SiteMode;
  readonly because: Because;
  /** The pattern that decided; null for the default. */
  readonly rule: string | null;
  /** Every rule that holds here, least specific first. */
  readonly holding: readonly SiteRule[];
}

/**
 * The settings that hold on a page. The most specific rule decides the mode; its reading choices, and those of the rules
 * above it that it does not make itself, stand over the reader's defaults. An address that is no web page is always off.
 */
export function effectiveSettings(settings: Settings, url: string): EffectiveSettings {
  const { mode, rule, holding } = explainSite(settings, url);
  return { mode, rule, reading: readingOf(settings.reading, holding) };
}

/** Which rule decides for a page, and which others hold there. */
export function explainSite(settings: Pick<Settings, 'defaultMode' | 'sites'>, url: string): Explanation {
  const place = placeOf(url);
  if (place === null) return { mode: 'off', because: 'no-site', rule: null, holding: [] };
  const holding = rulesHolding(settings.sites, place);
  const rule = holding[holding.length - 1];
  if (rule === undefined) return { mode: settings.defaultMode, because: 'default', rule: null, holding };
  return { mode: rule.mode, because: becauseOf(splitPattern(rule.pattern), place), rule: rule.pattern, holding };
}

function becauseOf({ host, path }: Pattern, place: Place): Because {
  if (path !== null) return 'path';
  return place.host === host || place.host === `www.${host}` ? 'site' : 'parent';
}

/** The rules that hold for a place, least specific first. */
function rulesHolding(sites: readonly SiteRule[], place: Place): SiteRule[] {
  const holding: { rule: SiteRule; pattern: Pattern }[] = [];
  for (const rule of sites) {
    const pattern = splitPattern(rule.pattern);
    if (patternHolds(pattern, place)) holding.push({ rule, pattern });
  }
  return holding.sort((a, b) => compareSpecificity(a.pattern, b.pattern)).map(({ rule }) => rule);
}

/** Reading choices laid over each other, least specific first. */
export function readingOf(base: ReadingSettings, rules: readonly SiteRule[]): ReadingSettings {
  return rules.reduce<ReadingSettings>((reading, rule) => ({ ...reading, ...rule.reading }), base);
}

/**
 * What a rule would inherit if it were not there: the mode and reading of the rules above it. For the list of rules and
 * their editor.
 */
export function inheritedBy(settings: Settings, pattern: string): EffectiveSettings {
  const own = splitPattern(pattern);
  const above = settings.sites
    // A rule above is for a host that this one ends in; most are not, and need no closer look.
    .filter((rule) => own.host.endsWith(rule.pattern))
    .map((rule) => ({ rule, pattern: splitPattern(rule.pattern) }))
    .filter(
      (each) =>
        each.rule.pattern !== pattern &&
        each.pattern.path === null &&
        hostHolds(each.pattern.host, own.host) &&
        compareSpecificity(each.pattern, own) < 0,
    )
    .sort((a, b) => compareSpecificity(a.pattern, b.pattern))
    .map(({ rule }) => rule);
  const nearest = above[above.length - 1];
  return {
    mode: nearest?.mode ?? settings.defaultMode,
    rule: nearest?.pattern ?? null,
    reading: readingOf(settings.reading, above),
  };
}
