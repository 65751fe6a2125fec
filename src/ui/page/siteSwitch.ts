import type { SiteState } from '../../protocol/contract.ts';
import { normaliseHost, originsFor } from '../../core/sites/index.ts';
import { t } from '../../platform/i18n.ts';
import { h } from '../dom.ts';

/** What the reader can choose for a site. `once` needs no lasting permission; `always` and `everywhere` ask the browser for one. */
export type Choice = 'off' | 'once' | 'always' | 'everywhere';

/** Which choice holds now; null when the site asks first (set in the settings), or was never chosen. */
export function currentChoice(state: SiteState): Choice | null {
  const { mode, rule } = state.effective;
  if (mode === 'off') return 'off';
  if (!state.granted || mode === 'ask') return null;
  return rule === null && state.grantedEverywhere ? 'everywhere' : 'always';
}

/** What the line under the host says: the rule that decided, in words. */
export function ruleText(state: SiteState): string {
  const { mode, rule } = state.effective;
  if (mode !== 'off' && !state.granted) return t('popupRuleNone');
  const what = t(mode === 'off' ? 'popupRuleOff' : mode === 'ask' ? 'popupRuleAsk' : 'popupRuleOn');
  return rule === null
    ? t('popupRuleByDefault', what)
    : rule === state.host
      ? what
      : t('popupRuleByPattern', what, rule);
}

const CHOICES = [
  { choice: 'once', label: 'popupOnce', hint: 'popupOnceHint' },
  { choice: 'always', label: 'popupAlways', hint: 'popupAlwaysHint' },
  { choice: 'everywhere', label: 'popupEverywhere', hint: 'popupEverywhereHint' },
  { choice: 'off', label: 'popupOff', hint: 'popupOffHere' },
] as const;

/** The choices as buttons; the browser wants its permission prompt to follow a click at once. */
export function choicesView(state: SiteState, choose: (choice: Choice) => void): HTMLElement {
  const now = currentChoice(state);
  return h(
    'div',
    { class: 'choices', role: 'group', 'aria-label': t('popupChoose') },
    CHOICES.map(({ choice, label, hint }) =>
      h(
        'button',
        {
          type: 'button',
          class: 'choice',
          'data-choice': choice,
          'aria-pressed': String(choice === now),
          onclick: () => choose(choice),
        },
        h('span', null, t(label), h('small', { class: 'choice-hint' }, t(hint))),
      ),
    ),
  );
}

/** The pattern of a site's rule: its host without `www.`, which holds for its sub-domains. */
export const sitePattern = (host: string): string => normaliseHost(host) ?? host;

/** The origins to ask for. A host of one label, or a numeric address, has no sub-domains. */
export const originsOf = (host: string): string[] => originsFor(sitePattern(host));
