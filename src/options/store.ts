import { NOT_MANAGED, withManaged, type KeptEntry, type Managed } from '../core/settings/index.ts';
import type { Settings, SiteRule } from '../core/settings/types.ts';
import { accessFor, originsFor, spareOrigins, type Access } from '../core/sites/index.ts';
import { t } from '../platform/i18n.ts';
import { callBackground } from '../platform/messages.ts';
import { grantedOrigins, onOriginsChanged, removeOrigins, requestOrigins } from '../platform/permissions.ts';
import { changeSettings, loadKept, loadManaged, loadSettings, onSettingsChanged } from '../platform/storage.ts';
import { onSyncProblem, syncProblem, type SyncProblem } from '../platform/settingsSync.ts';
import type { PackName } from './reading/fields.ts';
import { SeenAccess } from './seenAccess.ts';
import type { Toast } from './toast.ts';

/** All that the page shows. `settings` are the reader's own; `holding` are those with the administrator's over them. */
export interface State {
  readonly settings: Settings;
  readonly holding: Settings;
  readonly managed: Managed;
  readonly granted: readonly string[];
  readonly kept: readonly KeptEntry[];
  /** Why the browser does not synchronise the settings, or null. */
  readonly syncProblem: SyncProblem | null;
}

/** What the browser lets Verbatim do on a rule's site; `removed` is access that was there and that the browser took back. */
export type SiteAccess = Access | 'removed';

type Change = (settings: Settings) => Settings;

/** The page's one view of settings and permissions. Follows changes made anywhere: the popup, another tab, the browser's own screens. */
export class Store {
  readonly #toast: Toast;
  readonly #listeners = new Set<() => void>();
  readonly #seen = new SeenAccess();
  #state: State | null = null;
  #packs: readonly PackName[] = [];
  #pressed = false;
  #late = false;

  constructor(toast: Toast, signal: AbortSignal) {
    this.#toast = toast;
    const again = (): void => void this.load();
    onSettingsChanged(again, signal);
    onOriginsChanged(again, again);
    onSyncProblem(again);
    addEventListener('pointerdown', () => (this.#pressed = true), { signal, capture: true });
    for (const end of ['pointerup', 'pointercancel', 'blur']) addEventListener(end, () => this.#release(), { signal });
  }

  /** Tells the views; not between the press and the release of a click, which would take the control away from under it. */
  #notify(): void {
    if (this.#pressed) this.#late = true;
    else for (const listener of this.#listeners) listener();
  }

  get state(): State {
    if (this.#state === null) throw new Error('The settings are not loaded yet.');
    return this.#state;
  }

  #release(): void {
    this.#pressed = false;
    if (!this.#late) return;
    this.#late = false;
    // The click itself comes after the release.
    setTimeout(() => this.#notify());
  }

  /** The packs there are; none until the background has answered. */
  get packs(): readonly PackName[] {
    return this.#packs;
  }

  /** Opening packs takes the background a moment, and nothing else waits for it. */
  async loadPacks(): Promise<void> {
    const answer = await callBackground('packs');
    if (!answer.ok) return;
    this.#packs = answer.value.packs.map(({ id, name }) => ({ id, name }));
    this.#notify();
  }

  async load(): Promise<void> {
    const [settings, managed, granted, kept, problem] = await Promise.all([
      loadSettings(),
      loadManaged().catch(() => NOT_MANAGED),
      grantedOrigins(),
      loadKept(),
      syncProblem(),
    ]);
    this.#state = { settings, holding: withManaged(settings, managed), managed, granted, kept, syncProblem: problem };
    for (const { pattern } of settings.sites) if (accessFor(pattern, granted) === 'all') this.#seen.add(pattern);
    this.#notify();
  }

  /** Calls back after every change, until the signal aborts. */
  subscribe(changed: () => void, signal: AbortSignal): void {
    this.#listeners.add(changed);
    signal.addEventListener('abort', () => this.#listeners.delete(changed));
  }

  access(rule: Pick<SiteRule, 'pattern' | 'used'>): SiteAccess {
    const access = accessFor(rule.pattern, this.state.granted);
    return access === 'none' && (rule.used !== undefined || this.#seen.has(rule.pattern)) ? 'removed' : access;
  }

  /** What the browser must still be asked for, for rules that are on or ask. Known without waiting, as a click's handler needs it. */
  missingOrigins(rules: readonly Pick<SiteRule, 'pattern' | 'mode'>[]): string[] {
    const missing = rules.filter(
      ({ pattern, mode }) => mode !== 'off' && accessFor(pattern, this.state.granted) !== 'all',
    );
    return [...new Set(missing.flatMap(({ pattern }) => originsFor(pattern)))];
  }

  /**
   * Asks for the access that rules need; must be the first thing a click's handler awaits. True at once when nothing is missing. A refusal is
   * said to the reader.
   */
  async ask(origins: readonly string[]): Promise<boolean> {
    if (origins.length === 0) return true;
    try {
      if (await requestOrigins(origins)) return true;
      this.#toast.say(t('optionsRefused'));
    } catch (error) {
      this.#toast.say(error instanceof Error ? error.message : String(error));
    }
    return false;
  }

  /** Changes the settings and says so. With `said`, the change can be taken back; access given back by it is asked for again. */
  async change(change: Change, said?: string): Promise<void> {
    this.#toast.clear();
    try {
      const { before, after } = await changeSettings((settings) => ({
        ...change(settings),
        changed: new Date().toISOString(),
      }));
      const returned = await this.#giveBack(before, after);
      if (said !== undefined) this.#toast.say(said, () => void this.#undo(before, returned));
      await this.load();
    } catch (error) {
      this.#toast.say(t('optionsNotSaved', error instanceof Error ? error.message : String(error)));
    }
  }

  say(text: string): void {
    this.#toast.say(text);
  }

  async #undo(before: Settings, returned: readonly string[]): Promise<void> {
    // The click on "Undo" lets the browser be asked; what was granted before it usually gives without a prompt.
    if (!(await this.ask(returned))) return;
    await this.change(() => before);
  }

  /** Access to a site whose rule is gone is given back, so that removing a site also ends what the browser lets happen there. */
  async #giveBack(before: Settings, after: Settings): Promise<string[]> {
    const rest = after.sites.map(({ pattern }) => pattern);
    const left = new Set(rest);
    const gone = before.sites.filter(({ pattern }) => !left.has(pattern));
    const spare = [...new Set(gone.flatMap(({ pattern }) => spareOrigins(pattern, rest, this.state.granted)))];
    if (spare.length > 0) await removeOrigins(spare).catch(() => false);
    return spare;
  }
}
