import { hasSubDomains, hostHolds } from './host.ts';
import { splitPattern } from './pattern.ts';

/** A browser's match pattern without its path. `host` is null for every host. */
export interface Origin {
  readonly scheme: '*' | 'http' | 'https';
  readonly host: string | null;
  readonly subDomains: boolean;
}

/** What a rule needs the browser's permission for: its host, and the sub-domains it holds for. */
export function originsFor(pattern: string): string[] {
  const { host } = splitPattern(pattern);
  return [formatOrigin({ scheme: '*', host, subDomains: hasSubDomains(host) })];
}

/** Reads a granted match pattern ("*://*.example.com/*", "<all_urls>"); null for schemes no page is read from, and for paths. */
export function readOrigin(text: string): Origin | null {
  if (text === '<all_urls>') return { scheme: '*', host: null, subDomains: true };
  const found = /^(\*|https?):\/\/(\*|(?:\*\.)?(?:\[[^\]/]+\]|[^*:/]+))(?::(?:\d+|\*))?\/\*$/u.exec(text);
  if (found === null) return null;
  const scheme = found[1] as Origin['scheme'];
  const host = found[2].replace(/^\*\./u, '').toLowerCase();
  return host === '*'
    ? { scheme, host: null, subDomains: true }
    : { scheme, host, subDomains: found[2].startsWith('*.') };
}

export function formatOrigin(origin: Origin, path = '/*'): string {
  const { scheme, host, subDomains } = origin;
  return `${scheme}://${host === null ? '*' : subDomains ? `*.${host}` : host}${path}`;
}

/** Whether `outer` lets the browser in wherever `inner` would. */
export function covers(outer: Origin, inner: Origin): boolean {
  return (outer.scheme === '*' || outer.scheme === inner.scheme) && hostsCover(outer, inner);
}

function hostsCover(outer: Origin, inner: Origin): boolean {
  if (outer.host === null) return true;
  if (inner.host === null) return false;
  if (outer.host === inner.host) return outer.subDomains || !inner.subDomains;
  return outer.subDomains && hostHolds(outer.host, inner.host);
}

/** Where both let the browser in; null when nowhere. */
export function meet(a: Origin, b: Origin): Origin | null {
  if (a.scheme !== '*' && b.scheme !== '*' && a.scheme !== b.scheme) return null;
  const scheme = a.scheme === '*' ? b.scheme : a.scheme;
  if (hostsCover(a, b)) return { ...b, scheme };
  return hostsCover(b, a) ? { ...a, scheme } : null;
}

/** How far the granted match patterns reach for a rule. Http and https may have been granted apart. */
export type Access = 'all' | 'some' | 'none';

export function accessFor(pattern: string, granted: readonly string[]): Access {
  const { host } = splitPattern(pattern);
  return accessTo({ host, scheme: '*', subDomains: hasSubDomains(host) }, granted);
}

/** How far they reach for every site. */
export const accessEverywhere = (granted: readonly string[]): Access =>
  accessTo({ host: null, scheme: '*', subDomains: true }, granted);

function accessTo(wanted: Origin, granted: readonly string[]): Access {
  const origins = granted.map(readOrigin).filter((origin) => origin !== null);
  const has = (scheme: Origin['scheme']): boolean => origins.some((origin) => covers(origin, { ...wanted, scheme }));
  if (has('*') || (has('http') && has('https'))) return 'all';
  return origins.some((origin) => meet(origin, wanted) !== null) ? 'some' : 'none';
}

/**
 * The granted match patterns that no rule needs any more once `pattern` is gone, to be given back to the browser. Access to every site
 * is the reader's choice for all sites and is never given back here.
 */
export function spareOrigins(pattern: string, rest: readonly string[], granted: readonly string[]): string[] {
  const { host } = splitPattern(pattern);
  const others = rest.map((each) => splitPattern(each).host);
  if (others.some((other) => other === host || hostHolds(host, other) || hostHolds(other, host))) return [];
  return granted.filter((text) => {
    const origin = readOrigin(text);
    return origin !== null && origin.host !== null && hostHolds(host, origin.host);
  });
}
