import type { Searched } from '../../core/matching/types.ts';
import { openShortcuts, type Shortcut } from '../../platform/commands.ts';
import { t } from '../../platform/i18n.ts';
import { h } from '../dom.ts';
import { coverageLine } from '../verdict.ts';

/** What was searched, and the keys that work on the page. */
export function footView(searched: Searched | null, shortcuts: readonly Shortcut[]): HTMLElement | null {
  if (searched === null && shortcuts.length === 0) return null;
  return h(
    'footer',
    { class: 'foot' },
    searched === null ? null : h('p', null, t('popupSearched', coverageLine(searched))),
    shortcuts.length === 0 ? null : shortcutsView(shortcuts),
  );
}

function shortcutsView(shortcuts: readonly Shortcut[]): HTMLElement {
  return h(
    'details',
    { class: 'keys', 'data-part': 'keys' },
    h('summary', null, t('popupKeys')),
    h(
      'dl',
      { class: 'facts' },
      shortcuts.map(({ description, shortcut }) =>
        h(
          'div',
          null,
          h('dt', null, description),
          h('dd', null, shortcut === '' ? t('popupKeyNone') : h('kbd', null, shortcut)),
        ),
      ),
    ),
    h(
      'p',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', 'data-action': 'shortcuts', onclick: () => void openShortcuts() },
        t('popupKeysChange'),
      ),
    ),
  );
}
