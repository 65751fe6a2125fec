import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessFor, effectiveSettings, matchPatternsFor, originsFor } from '../../../src/core/sites/index.ts';
import { hosts, modelMode, paths, settingsWithRules } from './model.ts';

/** What browsers do with a match pattern, in the plainest words. The path pattern is compared with path and query. */
function browserMatches(pattern: string, url: string): boolean {
  const [, scheme, host, path] = /^(\*|https?):\/\/([^/]+)(\/.*)$/u.exec(pattern)!;
  const { protocol, hostname, pathname, search } = new URL(url);
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  const bare = host.replace(/^\*\./u, '');
  if (host !== '*' && hostname !== bare && !(host.startsWith('*.') && hostname.endsWith(`.${bare}`))) return false;
  const glob = path
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\/]/gu, '\\$&'))
    .join('.*');
  return new RegExp(`^${glob}$`, 'u').test(pathname + search);
}

const queries = fc.constantFrom('', '?', '?q=1');

describe('rule resolution', () => {
  it('agrees with the reference model on 10,000 random sets of rules', () => {
    fc.assert(
      fc.property(settingsWithRules, hosts, paths, queries, (settings, host, path, query) => {
        expect(effectiveSettings(settings, `https://${host}${path}${query}`).mode).toBe(
          modelMode(settings, host, path),
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('registers the content script on exactly the granted pages that are on or ask, once each', () => {
    const grants = fc.oneof(
      fc.constant(['*://*/*']),
      fc.constant(['<all_urls>']),
      fc.constant(['http://*/*', 'https://*/*']),
      fc.uniqueArray(
        fc
          .tuple(fc.constantFrom('*', 'https', 'http'), fc.boolean(), hosts)
          .map(
            ([scheme, sub, host]) =>
              `${scheme}://${sub && host.includes('.') && !/^\d/u.test(host) ? '*.' : ''}${host}/*`,
          ),
        { maxLength: 4 },
      ),
    );
    fc.assert(
      fc.property(
        settingsWithRules,
        grants,
        hosts,
        paths,
        fc.constantFrom('', '?q=1'),
        (settings, granted, host, path, query) => {
          const url = `https://${host}${path}${query}`;
          const wanted =
            modelMode(settings, host, path) !== 'off' &&
            granted.some((origin) => origin === '<all_urls>' || browserMatches(origin, url));
          const registered = matchPatternsFor(settings, granted).filter(
            ({ matches, excludeMatches }) =>
              matches.some((pattern) => browserMatches(pattern, url)) &&
              !excludeMatches.some((pattern) => browserMatches(pattern, url)),
          );
          expect(registered).toHaveLength(wanted ? 1 : 0);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('asks for access that the rule then has', () => {
    fc.assert(
      fc.property(hosts, (host) => {
        expect(accessFor(host, originsFor(host))).toBe('all');
        expect(accessFor(host, [])).toBe('none');
        expect(accessFor(host, ['*://*/*'])).toBe('all');
      }),
    );
  });
});
