import { ok, type Result } from '../../core/result.ts';
import { callBackground } from '../../platform/messages.ts';
import { EVERY_SITE, requestOrigins } from '../../platform/permissions.ts';
import { originsOf, sitePattern, type Choice } from './siteSwitch.ts';

/**
 * Carries out the reader's choice for a site. Answers whether the page is to be read now, or what went wrong. The browser's
 * permission prompt must be the first thing the click waits for, and may close the popup: so the choice goes ahead of it, and
 * the background carries it out when the permission arrives.
 */
export async function carryOutChoice(choice: Choice, host: string, tabId: number): Promise<Result<boolean>> {
  switch (choice) {
    case 'once': {
      const done = await callBackground('checkOnce', { tabId });
      return done.ok ? (done.value.ok ? ok(true) : done.value) : done;
    }
    case 'off':
      return set(sitePattern(host), 'off');
    case 'always':
    case 'everywhere': {
      const pattern = choice === 'always' ? sitePattern(host) : null;
      const origins = choice === 'always' ? originsOf(host) : [EVERY_SITE];
      void callBackground('pendChoice', { origins, pattern, mode: 'on', tabId });
      return (await requestOrigins(origins)) ? set(pattern, 'on') : ok(false);
    }
  }
}

async function set(pattern: string | null, mode: 'on' | 'off'): Promise<Result<boolean>> {
  const done =
    pattern === null
      ? await callBackground('setDefaultMode', mode)
      : await callBackground('setSite', { pattern, mode });
  return done.ok ? ok(mode === 'on') : done;
}
