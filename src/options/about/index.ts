import type { KeptEntry } from '../../core/settings/index.ts';
import { extensionVersion } from '../../platform/browser.ts';
import { shortcuts, openShortcuts, type Shortcut } from '../../platform/commands.ts';
import { t } from '../../platform/i18n.ts';
import { fill, h, type Child } from '../../ui/dom.ts';
import { plural } from '../../ui/language.ts';
import { button, card, checkbox, redraw, saveFile } from '../controls.ts';
import type { Store } from '../store.ts';

/** The section "About": what Verbatim keeps and where, the keys, and what could not be read. */
export async function mountAbout(root: HTMLElement, signal: AbortSignal, store: Store): Promise<void> {
  const sync = h('div');
  const kept = h('div');
  fill(
    root,
    card(
      t('optionsAboutHead'),
      h('p', null, t('optionsAboutWhat')),
      h('p', { class: 'soft', 'data-part': 'version' }, t('optionsVersion', extensionVersion())),
    ),
    card(t('optionsPrivacy'), privacyView()),
    sync,
    kept,
    card(t('optionsShortcuts'), shortcutsView(await shortcuts())),
  );
  const draw = (): void =>
    redraw(root, () => {
      fill(sync, syncView(store));
      fill(kept, keptView(store.state.kept));
    });
  store.subscribe(draw, signal);
  draw();
}

const privacyView = (): HTMLElement =>
  h('ul', { class: 'plain-list' }, [
    h('li', null, t('optionsPrivacyLocal')),
    h('li', null, t('optionsPrivacyAccess')),
    h('li', null, t('optionsPrivacyPrivate')),
    h('li', null, t('optionsPrivacyMarks')),
  ]);

function syncView(store: Store): HTMLElement {
  const { settings, managed, syncProblem } = store.state;
  return card(
    t('optionsSync'),
    checkbox({
      key: 'sync',
      label: t('optionsSyncLabel'),
      checked: settings.sync && managed.allowSync,
      disabled: !managed.allowSync,
      change: (sync) => void store.change((all) => ({ ...all, sync })),
    }),
    h('p', { class: 'soft' }, t('optionsSyncRule')),
    managed.allowSync ? null : h('p', { class: 'note' }, t('optionsManaged')),
    !settings.sync || syncProblem === null
      ? null
      : h('p', { class: 'problem', role: 'alert' }, problemText(syncProblem)),
  );
}

function problemText(problem: NonNullable<Store['state']['syncProblem']>): string {
  if (problem === 'too-large') return t('optionsSyncTooLarge');
  return problem === 'newer-version' ? t('optionsSyncNewer') : t('optionsSyncFailed', problem.message);
}

function keptView(kept: readonly KeptEntry[]): Child {
  if (kept.length === 0) return null;
  const parts = kept.reduce((sum, entry) => sum + entry.parts.length, 0);
  return card(
    t('optionsKept'),
    h('p', null, plural('optionsKeptParts', parts)),
    h(
      'p',
      { class: 'line' },
      button(t('optionsKeptExport'), 'kept-export', () =>
        saveFile('verbatim-kept-aside.json', 'application/json', `${JSON.stringify(kept, null, 2)}\n`),
      ),
    ),
  );
}

function shortcutsView(list: readonly Shortcut[]): Child {
  if (list.length === 0) return h('p', { class: 'soft' }, t('optionsShortcutsNone'));
  return [
    h(
      'dl',
      { class: 'keys' },
      list.map(({ description, shortcut }) => [
        h('dt', null, description),
        h(
          'dd',
          null,
          shortcut === '' ? h('span', { class: 'soft' }, t('optionsShortcutUnset')) : h('kbd', null, shortcut),
        ),
      ]),
    ),
    h(
      'p',
      { class: 'line' },
      button(t('optionsShortcutsChange'), 'shortcuts', () => void openShortcuts()),
    ),
  ];
}
