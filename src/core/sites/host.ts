/** The longest host name DNS allows, in characters. */
const MAX_HOST = 253;

/**
 * A host as rules name it: lower case, punycode, without port, trailing dot and a leading `www.`. Null for what is no host.
 * `www.` goes because readers think of it as the same site; it stays where only a top-level domain would be left.
 */
export function normaliseHost(text: string): string | null {
  const bare = text.trim().replace(/^\*\./u, '');
  if (bare === '' || /[\s*/?#@\\]/u.test(bare)) return null;
  let host: string;
  try {
    host = new URL(`http://${bare}/`).hostname;
  } catch {
    return null;
  }
  return cleanHost(host);
}

/** The host of a page's address, as rules name it but with its `www.`; null for addresses that are not http or https. */
export function hostOf(address: string): string | null {
  return placeOf(address)?.host ?? null;
}

/** What rules look at in an address: its host, its path, and its path with the query. Null unless it is http or https. */
export interface Place {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

export function placeOf(address: string): Place | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.hostname.replace(/\.$/u, '');
  return host === '' ? null : { host, path: url.pathname, query: url.pathname + url.search };
}

function cleanHost(hostname: string): string | null {
  const host = hostname.replace(/\.$/u, '');
  if (host === '' || host.length > MAX_HOST) return null;
  if (isAddress(host)) return host;
  const rest = host.replace(/^www\./u, '');
  const site = rest.includes('.') ? rest : host;
  return site.split('.').every((label) => /^[a-z\d_-]{1,63}$/u.test(label)) ? site : null;
}

/** IPv4 and IPv6 addresses. */
export function isAddress(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host);
}

/** Whether a rule for this host holds for its sub-domains too: not for numeric addresses, nor for names of one label ("localhost"). */
export function hasSubDomains(host: string): boolean {
  return host.includes('.') && !isAddress(host);
}

/** Whether a rule for `rule` holds on `host`: the host itself, or a sub-domain of it. */
export function hostHolds(rule: string, host: string): boolean {
  return host === rule || (hasSubDomains(rule) && host.endsWith(rule) && host[host.length - rule.length - 1] === '.');
}

/** Number of labels: the more, the more specific. */
export function labelCount(host: string): number {
  return isAddress(host) ? 1 : host.split('.').length;
}
