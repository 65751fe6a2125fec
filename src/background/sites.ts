import { fail, ok, type Result } from '../core/result.ts';
import type { Settings, SiteMode } from '../core/settings/types.ts';
import { effectiveSettings, hostOf, matchPatternsFor, normalisePattern } from '../core/sites/index.ts';
import { t } from '../platform/i18n.ts';
import { callContent } from '../platform/messages.ts';
import { EVERY_SITE, grantedOrigins, hasOrigins } from '../platform/permissions.ts';
import { injectScript, registerScripts } from '../platform/scripting.ts';
import { changeSettings, loadSessionValue, loadSettingsInForce, saveSessionValue } from '../platform/storage.ts';
import { loadedTabs, type OpenTab } from '../platform/tabs.ts';
import type { BackgroundApi, SiteState } from '../protocol/contract.ts';
import { forbiddenReason } from './forbidden.ts';
import { Turns } from './turns.ts';

type PendingChoice = Parameters<BackgroundApi['pendChoice']>[0];

/** What the reader chose before a permission prompt that may close the popup. Kept by the browser, so that it outlives the worker. */
const PENDING = 'pendingChoice';
/** A prompt left open longer than this was not answered; a grant that comes later was given for something else. ms */
const PROMPT_LASTS = 5 * 60_000;
/** Tabs told or injected into at the same time: a reader with 50 tabs keeps a responsive browser. */
const TABS_AT_ONCE = 6;

/** Which sites Verbatim reads: the rules, the browser's permissions, and what is registered with the browser, kept in step. */
export class Sites {
  readonly #followings = new Turns();
  /** A following that has not begun: it will see every change made until then, so nobody needs a second one. */
  #waiting: Promise<void> | null = null;

  async state(tab: { url: string | null }): Promise<SiteState> {
    const settings = await loadSettingsInForce();
    const url = tab.url ?? '';
    const grantedEverywhere = await hasOrigins([EVERY_SITE]);
    const forbidden = forbiddenReason(url);
    const host = forbidden === null ? hostOf(url) : null;
    const granted = host !== null && (grantedEverywhere || (await hasAccess(url)));
    return { host, forbidden, granted, grantedEverywhere, effective: effectiveSettings(settings, url) };
  }

  /** Sets or removes the rule of a pattern, then brings registration and open tabs in line. */
  async set(pattern: string, mode: SiteMode | null): Promise<void> {
    const normal = normalisePattern(pattern);
    if (normal === null) throw new Error(t('errorNoSite', pattern.slice(0, 80)));
    await this.change((settings) => {
      const own = settings.sites.find((rule) => rule.pattern === normal);
      const others = settings.sites.filter((rule) => rule.pattern !== normal);
      return { ...settings, sites: mode === null ? others : [...others, { ...own, pattern: normal, mode }] };
    });
    await this.follow();
  }

  async setDefault(mode: SiteMode): Promise<void> {
    await this.change((settings) => ({ ...settings, defaultMode: mode }));
    await this.follow();
  }

  /** Changes the reader's settings; whoever follows them hears of it. */
  async change(changed: (settings: Settings) => Settings): Promise<void> {
    await changeSettings(changed);
  }

  /**
   * Brings the registered scripts and every open tab in line with settings and permissions: scripts start where they should
   * run, and step back where they should not. Safe to call at any time, and to be cut off: the next call does the rest.
   */
  follow(): Promise<void> {
    this.#waiting ??= this.#followings.take(async () => {
      this.#waiting = null;
      const settings = await loadSettingsInForce();
      const registering = registerScripts(matchPatternsFor(settings, await grantedOrigins()));
      // What the browser refuses to register is told at the end; the tabs do not wait for it.
      await registering.catch(() => undefined);
      const tabs = [...(await loadedTabs())];
      const next = async (): Promise<void> => {
        for (let tab = tabs.shift(); tab !== undefined; tab = tabs.shift()) await followTab(tab, settings);
      };
      await Promise.all(Array.from({ length: TABS_AT_ONCE }, next));
      await registering;
    });
    return this.#waiting;
  }

  async checkOnce(tabId: number): Promise<Result<null>> {
    if ((await callContent(tabId, 'start')).ok) return ok(null);
    try {
      await injectScript(tabId);
    } catch {
      return fail(t('errorNoAccess'));
    }
    const started = await callContent(tabId, 'start');
    return started.ok ? ok(null) : started;
  }

  /** Keeps a choice until its permission arrives; carries it out at once when the permission is there already. */
  async pend(choice: PendingChoice): Promise<void> {
    await saveSessionValue(PENDING, { ...choice, at: Date.now() });
    await this.completePending();
  }

  /** Carries out the choice that waits for a permission, if it has arrived. */
  async completePending(): Promise<void> {
    const choice = (await loadSessionValue(PENDING)) as (PendingChoice & { at: number }) | undefined;
    if (choice === undefined || !(await hasOrigins(choice.origins))) return;
    await saveSessionValue(PENDING, null);
    // The clock may have been set meanwhile: a choice from the future is as stale as one from long ago.
    const age = Date.now() - choice.at;
    if (age < 0 || age > PROMPT_LASTS) return;
    if (choice.pattern === null) await this.setDefault(choice.mode);
    else await this.set(choice.pattern, choice.mode);
  }
}

/** A script that runs there asks for the settings anew; where none runs but should, it is put there. */
async function followTab({ tabId, url }: OpenTab, settings: Settings): Promise<void> {
  if ((await callContent(tabId, 'refresh')).ok) return;
  if (url === null || forbiddenReason(url) !== null || effectiveSettings(settings, url).mode === 'off') return;
  if (await hasAccess(url)) await injectScript(tabId).catch(() => undefined);
}

const hasAccess = async (url: string): Promise<boolean> => {
  const { protocol, hostname } = new URL(url);
  return hasOrigins([`${protocol}//${hostname}/*`]).catch(() => false);
};
