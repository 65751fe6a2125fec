import type { Settings, SiteRule } from '../settings/types.ts';
import { hasSubDomains, hostHolds } from './host.ts';
import { covers, formatOrigin, meet, readOrigin, type Origin } from './origins.ts';
import { compareSpecificity, splitPattern, type Pattern } from './pattern.ts';

/** One content script registration: pages of `matches` that are not of `excludeMatches`. */
export interface Registration {
  readonly id: string;
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

interface Rule extends Pattern {
  readonly active: boolean;
}

const EVERYWHERE: Origin = { scheme: '*', host: null, subDomains: true };

/**
 * Where the content script is registered: exactly the pages whose deciding rule (see `effectiveSettings`) is on or ask and that the browser
 * grants, each page by one registration. A rule that is off keeps the script out of its pages altogether.
 *
 * Each registration is a region: the default or an active host rule under nothing active, without the inactive hosts under it and without
 * what path rules decide; and each active path rule by itself, without the path rules that outrank it. Host regions without
 * exceptions, the many, share one registration.
 */
export function matchPatternsFor(
  settings: Pick<Settings, 'defaultMode' | 'sites'>,
  granted: readonly string[],
): Registration[] {
  const origins = withoutCovered(granted.map(readOrigin).filter((origin) => origin !== null));
  const rules = settings.sites.map(asRule);
  const hosts = rules.filter(({ path }) => path === null).sort(compareSpecificity);
  const paths = rules.filter(({ path }) => path !== null).sort(compareSpecificity);
  const tree = hostTree(hosts);

  const plain: string[] = [];
  const registrations: Registration[] = [];
  const add = (id: string, matches: string[], excludeMatches: string[]): void => {
    if (matches.length === 0) return;
    if (excludeMatches.length === 0) plain.push(...matches);
    else registrations.push({ id, matches, excludeMatches });
  };

  if (settings.defaultMode !== 'off')
    add('default', meets(EVERYWHERE, origins), [
      ...tree.topmostInactive(null).map((rule) => hostPatterns(rule)),
      ...paths.flatMap(pathPatterns),
    ]);
  for (const rule of hosts) {
    const parent = tree.parentOf(rule);
    if (!rule.active || (parent?.active ?? settings.defaultMode !== 'off')) continue;
    const exceptions = paths.filter((path) => overlap(path.host, rule.host));
    add(`host ${rule.host}`, meets(hostOrigin(rule.host), origins), [
      ...tree.topmostInactive(rule).map((each) => hostPatterns(each)),
      ...exceptions.flatMap(pathPatterns),
    ]);
  }
  for (const [index, rule] of paths.entries()) {
    if (!rule.active) continue;
    const higher = paths.slice(index + 1).filter((other) => overlap(other.host, rule.host));
    add(
      `path ${rule.host}${rule.path}`,
      pathForms(rule.path!).flatMap((path) => meets(hostOrigin(rule.host), origins, path)),
      higher.flatMap(pathPatterns),
    );
  }
  return plain.length === 0
    ? registrations
    : [{ id: 'sites', matches: [...new Set(plain)], excludeMatches: [] }, ...registrations];
}

const asRule = ({ pattern, mode }: SiteRule): Rule => ({ ...splitPattern(pattern), active: mode !== 'off' });

/** The host rules as a tree of domains. */
function hostTree(hosts: readonly Rule[]): {
  parentOf(rule: Rule): Rule | null;
  /** The inactive rules under an active one (or under the default, null), with nothing inactive between. */
  topmostInactive(rule: Rule | null): Rule[];
} {
  const byHost = new Map(hosts.map((rule) => [rule.host, rule]));
  const parentOf = ({ host }: Rule): Rule | null => {
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      const parent = byHost.get(host.slice(dot + 1));
      if (parent !== undefined && hostHolds(parent.host, host)) return parent;
    }
    return null;
  };
  const children = new Map<Rule | null, Rule[]>();
  for (const rule of hosts) {
    const parent = parentOf(rule);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [rule]);
    else siblings.push(rule);
  }
  const topmostInactive = (rule: Rule | null): Rule[] =>
    (children.get(rule) ?? []).flatMap((child) => (child.active ? topmostInactive(child) : [child]));
  return { parentOf, topmostInactive };
}

const overlap = (a: string, b: string): boolean => hostHolds(a, b) || hostHolds(b, a);

const hostOrigin = (host: string): Origin => ({ scheme: '*', host, subDomains: hasSubDomains(host) });

const hostPatterns = ({ host }: Rule): string => formatOrigin(hostOrigin(host));

const pathPatterns = ({ host, path }: Rule): string[] =>
  pathForms(path!).map((form) => formatOrigin(hostOrigin(host), form));

/**
 * A rule's path as the browser's path patterns, which are compared with path and query together: with any query where the rule
 * names none, and the folder itself where the rule ends in the folder's `/*`.
 */
function pathForms(path: string): string[] {
  const folder = path.endsWith('/*') ? [path.slice(0, -2)] : [];
  const forms = [path, ...folder].filter((form) => form !== '');
  if (path.includes('?')) return forms;
  return forms.flatMap((form) => (form.endsWith('*') ? [form] : [form, `${form}?*`]));
}

function meets(wanted: Origin, granted: readonly Origin[], path?: string): string[] {
  const met = granted.map((origin) => meet(origin, wanted)).filter((origin) => origin !== null);
  return [...new Set(met.map((origin) => formatOrigin(origin, path)))];
}

/** Granted patterns without those that another one holds anyway. */
function withoutCovered(origins: readonly Origin[]): Origin[] {
  return origins.filter(
    (origin, index) =>
      !origins.some((other, at) => at !== index && covers(other, origin) && (at < index || !covers(origin, other))),
  );
}
