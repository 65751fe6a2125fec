import fc from 'fast-check';
import type { Settings, SiteMode, SiteRule } from '../../../src/core/settings/types.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/index.ts';

/**
 * The rules of resolution in the plainest words, to hold the real code against: split everything into lists, try every rule, keep
 * the best by a written-out ranking. Slow, no cleverness, shares no code with `src/core/sites`.
 */
export function modelMode(settings: Pick<Settings, 'defaultMode' | 'sites'>, host: string, path: string): SiteMode {
  let best: { rule: SiteRule; rank: readonly [number, number, number, string] } | null = null;
  for (const rule of settings.sites) {
    const [ruleHost, ...rest] = rule.pattern.split('/');
    const rulePath = rest.length === 0 ? null : `/${rest.join('/')}`;
    if (!modelHostHolds(ruleHost, host)) continue;
    if (rulePath !== null && !modelPathHolds(rulePath, path)) continue;
    const rank = [
      rulePath === null ? 0 : 1,
      /^[\d.]+$/u.test(ruleHost) ? 1 : ruleHost.split('.').length,
      rulePath === null ? 0 : [...rulePath].filter((letter) => letter !== '*').length,
      rule.pattern,
    ] as const;
    if (best === null || higher(rank, best.rank)) best = { rule, rank };
  }
  return best === null ? settings.defaultMode : best.rule.mode;
}

function higher(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value > b[index];
  return false;
}

function modelHostHolds(rule: string, host: string): boolean {
  if (rule === host) return true;
  if (!rule.includes('.') || /^[\d.]+$/u.test(rule)) return false;
  const [ruleLabels, labels] = [rule.split('.'), host.split('.')];
  if (/^[\d.]+$/u.test(host) || labels.length <= ruleLabels.length) return false;
  return ruleLabels.every((label, index) => labels[labels.length - ruleLabels.length + index] === label);
}

function modelPathHolds(pattern: string, path: string): boolean {
  const holds = (glob: string): boolean =>
    new RegExp(
      `^${glob
        .split('*')
        .map((part) => part.replace(/[.+?^${}()|[\]\\/]/gu, '\\$&'))
        .join('.*')}$`,
      'su',
    ).test(path);
  return holds(pattern) || (pattern.endsWith('/*') && holds(pattern.slice(0, -2)));
}

const LABELS = ['a', 'b', 'com', 'org'] as const;

/** Few labels, so that rules and hosts often meet. */
export const hosts: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
  },
  { weight: 1, arbitrary: fc.constantFrom('10.0.0.1', '10.0.0.2') },
);
export const paths: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('x', 'y', 'xx'), { maxLength: 3 })
  .map((parts) => `/${parts.join('/')}`);
const pathPatterns: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('x', 'y', '*', 'x*'), { minLength: 1, maxLength: 3 })
  .map((parts) => `/${parts.join('/')}`)
  .filter((path) => path !== '/*');

const modes = fc.constantFrom<SiteMode>('on', 'ask', 'off');

export const settingsWithRules: fc.Arbitrary<Settings> = fc
  .record({
    defaultMode: modes,
    sites: fc.uniqueArray(
      fc.record({
        pattern: fc.tuple(hosts, fc.option(pathPatterns, { freq: 3 })).map(([host, path]) => host + (path ?? '')),
        mode: modes,
      }),
      { maxLength: 8, selector: ({ pattern }) => pattern },
    ),
  })
  .map((parts) => ({ ...DEFAULT_SETTINGS, ...parts }));
