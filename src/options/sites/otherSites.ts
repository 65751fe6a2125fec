import { accessEverywhere } from '../../core/sites/index.ts';
import type { SiteMode } from '../../core/settings/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { EVERY_SITE, removeOrigins } from '../../platform/permissions.ts';
import { h } from '../../ui/dom.ts';
import { button, card, segments } from '../controls.ts';
import type { Store } from '../store.ts';
import { MODE_LABELS } from '../wording.ts';

const MEANINGS: Readonly<Record<SiteMode, MessageKey>> = {
  on: 'optionsOthersOn',
  ask: 'optionsOthersAsk',
  off: 'optionsOthersOff',
};

/** The mode of every site without a rule, and how far the browser lets Verbatim in. */
export function otherSitesView(store: Store): HTMLElement {
  const { holding, managed, granted } = store.state;
  const everywhere = accessEverywhere(granted) === 'all';
  const fixed = managed.defaultMode !== null;
  return card(
    t('optionsOthers'),
    h(
      'div',
      { class: 'line' },
      segments({
        name: 'default-mode',
        label: t('optionsOthers'),
        values: MODE_LABELS,
        value: holding.defaultMode,
        disabled: fixed,
        choose: (defaultMode) => void store.change((settings) => ({ ...settings, defaultMode })),
      }),
      h('p', { class: 'soft grow', 'aria-live': 'polite' }, t(MEANINGS[holding.defaultMode])),
    ),
    fixed ? managedNote() : null,
    holding.defaultMode === 'off' && !everywhere
      ? null
      : h(
          'div',
          { class: 'line access', 'data-everywhere': everywhere ? 'yes' : 'no' },
          h('p', { class: 'soft grow' }, t(everywhere ? 'optionsAccessEverywhere' : 'optionsAccessSome')),
          everywhere
            ? button(t('optionsAccessGiveBack'), 'access-remove', () => void giveBack(store))
            : button(t('optionsAccessAll'), 'access-all', () => void store.ask([EVERY_SITE])),
        ),
  );
}

export const managedNote = (): HTMLElement => h('p', { class: 'note' }, t('optionsManaged'));

/** Takes back access to every site; the sites of the list keep theirs, where each has its own. */
async function giveBack(store: Store): Promise<void> {
  const everywhere = store.state.granted.filter(
    (origin) => accessEverywhere([origin]) !== 'none' && /^(?:<all_urls>|[^/]+:\/\/\*\/\*)$/u.test(origin),
  );
  if (!(await removeOrigins(everywhere).catch(() => false))) store.say(t('optionsAccessKept'));
}
