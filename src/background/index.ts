import { findQuotations, namesNear } from '../core/quotations/index.ts';
import type { EffectiveSettings, Settings } from '../core/settings/types.ts';
import { effectiveSettings } from '../core/sites/index.ts';
import { onCommand } from '../platform/commands.ts';
import { t } from '../platform/i18n.ts';
import { onInstalled, onStartup } from '../platform/lifecycle.ts';
import { onMenu, setSelectionMenu } from '../platform/menus.ts';
import { callContent, serveBackground, type Caller } from '../platform/messages.ts';
import { onOriginsChanged } from '../platform/permissions.ts';
import { injectScript } from '../platform/scripting.ts';
import { loadSettingsInForce, noteUse, onManagedChanged, onSettingsChanged } from '../platform/storage.ts';
import { activeTab, openPage } from '../platform/tabs.ts';
import { admit } from '../protocol/admit.ts';
import type { BackgroundApi, ContentApi } from '../protocol/contract.ts';
import type { Handlers } from '../protocol/rpc.ts';
import { showBadge } from './badge.ts';
import { areHidden, countHidden, forgetHidden, setHidden } from './hidden.ts';
import { Library, type Choice } from './library.ts';
import { followSync, synchronise } from '../platform/settingsSync.ts';
import { Sites } from './sites.ts';
import { Turns } from './turns.ts';

type ContentCommand = Parameters<ContentApi['command']>[0];

const CHECK_SELECTION = 'check-selection' satisfies ContentCommand;
const CHECK_PAGE = 'check-page' satisfies ContentCommand;
/** The manifest's commands that a page's script carries out, if one is there. */
const PAGE_COMMANDS: ReadonlySet<string> = new Set<ContentCommand>(['next', 'previous', 'card', 'toggle-marks']);

const library = new Library();
const sites = new Sites();
/** Batches are searched one after the other: the first is answered as soon as if it were alone. */
const searches = new Turns();

/** What holds on the page a content script runs in, and which packs are searched for it; extension pages search all that are on. */
async function settingsFor(caller: Caller): Promise<{ effective: EffectiveSettings; choice: Choice }> {
  const settings = await loadSettingsInForce();
  const effective = effectiveSettings(settings, caller.kind === 'content' ? caller.url : '');
  return { effective, choice: { settings, only: caller.kind === 'content' ? effective.reading.packs : null } };
}

/** Calls of pages since the wake: while one is answered nothing is rehearsed. */
let asked = 0;

const everyPack = (settings: Settings): Choice => ({ settings, only: null });

const handlers: Handlers<BackgroundApi, Caller> = {
  hello: async (_none, caller) => {
    const mine = ++asked;
    const { effective, choice } = await settingsFor(caller);
    if (effective.mode === 'on') void library.warm(choice, () => asked > mine);
    return { settings: effective };
  },
  find: ({ blocks, lang, byline }, caller) => {
    asked++;
    void settingsFor(caller).then(({ choice }) => library.warm(choice, () => true));
    const quotations = findQuotations(blocks, {
      ...(lang === null ? {} : { lang }),
      ...(byline === null ? {} : { byline }),
    });
    return { quotations, names: namesNear(blocks, quotations) };
  },
  check: async (batch, caller) => {
    asked++;
    const { choice } = await settingsFor(caller);
    return searches.take(() => library.check(batch, choice));
  },
  badge: async (counts, caller) => {
    if (caller.kind !== 'content') return;
    await showBadge(caller.tabId, counts);
    if (counts.checked > 0 && !caller.private) await noteUseOf(caller.url);
  },
  openSource: ({ pack, source, turn, start, end }) => {
    const place = new URLSearchParams({ pack, source, turn: `${turn}`, start: `${start}`, end: `${end}` });
    return openPage(`reader/reader.html#${place.toString()}`);
  },
  hidden: async ({ texts }, caller) => {
    if (caller.kind !== 'content' || caller.private) return { hidden: null };
    return { hidden: await areHidden(caller.url, texts) };
  },
  setHidden: async ({ text, hidden }, caller) => {
    if (caller.kind === 'content' && !caller.private) await setHidden(caller.url, text, hidden);
  },
  hiddenCount: async () => ({ count: await countHidden() }),
  showHidden: async () => {
    await forgetHidden();
    await sites.follow();
  },
  siteState: (tab) => sites.state(tab),
  setSite: ({ pattern, mode }) => sites.set(pattern, mode),
  setDefaultMode: (mode) => sites.setDefault(mode),
  pendChoice: (choice) => sites.pend(choice),
  checkOnce: ({ tabId }) => sites.checkOnce(tabId),
  packs: async () => ({ packs: await library.list(await loadSettingsInForce()) }),
  setPack: ({ id, on }) =>
    sites.change((settings) => {
      const without = (ids: readonly string[]): string[] => ids.filter((each) => each !== id);
      return {
        ...settings,
        packsOff: on ? without(settings.packsOff) : [...without(settings.packsOff), id],
        packsOn: on ? [...without(settings.packsOn), id] : without(settings.packsOn),
      };
    }),
  packsChanged: () => library.reset(),
  findPhrase: async ({ phrase }) => {
    const choice = everyPack(await loadSettingsInForce());
    const { findings, searched } = await searches.take(() => library.check([{ id: 'phrase', quote: phrase }], choice));
    return { finding: findings[0], searched };
  },
  sourceText: ({ pack, source }) => library.sourceText(pack, source),
  sources: async () => ({ sources: await library.sources(everyPack(await loadSettingsInForce())) }),
};

// Every listener is registered here, in the first turn of the event loop: one that came later would miss the event that woke us.
serveBackground(handlers, admit);
onOriginsChanged(
  () => void sites.completePending().then(() => sites.follow()),
  () => void sites.follow(),
);
onSettingsChanged(() => void sites.follow());
followSync();
onManagedChanged(() => void sites.follow());
onStartup(() => {
  void sites.follow();
  void synchronise();
});
onInstalled((first) => {
  void setSelectionMenu(CHECK_SELECTION, t('backgroundCheckSelection'));
  void sites.follow();
  void loadSettingsInForce().then((settings) => library.install(settings));
  if (first) void openPage('welcome/welcome.html');
});
onCommand((name) => void runCommand(name));
onMenu((id, tabId) => {
  if (id === CHECK_SELECTION) void startWith(tabId, CHECK_SELECTION);
});

/** Private windows leave no trace, so this is not called for them. */
async function noteUseOf(url: string): Promise<void> {
  const { rule } = effectiveSettings(await loadSettingsInForce(), url);
  if (rule !== null) await noteUse(rule);
}

async function runCommand(name: string): Promise<void> {
  const tab = await activeTab();
  if (tab === null) return;
  if (name === CHECK_PAGE) await startWith(tab.tabId, CHECK_PAGE);
  else if (PAGE_COMMANDS.has(name)) await callContent(tab.tabId, 'command', name as ContentCommand);
}

/** A shortcut or a click in the menu gives access to the tab, so the script can be put there when it isn't yet. */
async function startWith(tabId: number, command: ContentCommand): Promise<void> {
  if ((await callContent(tabId, 'command', command)).ok) return;
  await injectScript(tabId).catch(() => undefined);
  await callContent(tabId, 'command', command);
}
