import { managedRule } from '../../core/settings/index.ts';
import type { SiteMode, SiteRule } from '../../core/settings/types.ts';
import { inheritedBy, splitPattern, unicodeHost } from '../../core/sites/index.ts';
import { t } from '../../platform/i18n.ts';
import { h, type Child } from '../../ui/dom.ts';
import { checkbox, segments } from '../controls.ts';
import type { Store } from '../store.ts';
import { agoText, choicesText, MODE_LABELS, modeText } from '../wording.ts';
import { ruleEditor } from './editor.ts';

interface RowState {
  readonly selected: boolean;
  readonly opened: boolean;
  readonly select: (selected: boolean) => void;
  readonly open: (opened: boolean) => void;
}

/** One rule: its site, why it matters, its mode, and the ways to change it. Rules of an administrator can only be read. */
export function ruleView(store: Store, rule: SiteRule, state: RowState): HTMLElement {
  const { pattern, mode } = rule;
  const fixed = store.state.managed.sites.includes(rule);
  const access = mode === 'off' ? 'all' : store.access(rule);
  return h(
    'li',
    { class: 'rule', 'data-pattern': pattern, 'data-mode': mode, 'data-access': access },
    fixed
      ? h('span', { class: 'check' })
      : checkbox({
          key: `select ${pattern}`,
          label: h('span', { class: 'spoken' }, t('optionsSelect', pattern)),
          checked: state.selected,
          change: state.select,
        }),
    h(
      'div',
      { class: 'rule-words' },
      h('p', { class: 'rule-pattern', dir: 'ltr' }, patternView(pattern)),
      h('p', { class: 'rule-facts' }, facts(store, rule, fixed)),
      access === 'all' ? null : accessView(store, rule, access),
    ),
    segments<SiteMode>({
      name: `mode ${pattern}`,
      label: t('optionsModeOf', pattern),
      values: MODE_LABELS,
      value: mode,
      disabled: fixed,
      choose: (chosen) => void setMode(store, pattern, chosen),
    }),
    fixed
      ? null
      : h(
          'span',
          { class: 'rule-tools' },
          h(
            'button',
            {
              type: 'button',
              class: 'plain',
              'aria-expanded': String(state.opened),
              'aria-label': t('optionsEditOf', pattern),
              'data-action': 'edit',
              'data-key': `edit ${pattern}`,
              onclick: () => state.open(!state.opened),
            },
            t('optionsEdit'),
          ),
          h(
            'button',
            {
              type: 'button',
              class: 'plain',
              'aria-label': t('optionsRemoveOf', pattern),
              'data-action': 'remove',
              onclick: () => void remove(store, pattern),
            },
            t('optionsRemove'),
          ),
        ),
    state.opened && !fixed ? ruleEditor(store, rule) : null,
  );
}

/** The host stands out from its path. */
function patternView(pattern: string): Child {
  const { host, path } = splitPattern(pattern);
  const shown = unicodeHost(host);
  // Letters that look alike are why the host's other spelling stands beside it.
  return [h('b', null, shown), path, shown === host ? null : h('span', { class: 'soft' }, ` ${host}`)];
}

/** What the list says of a rule beside its mode: what it stands over, its own choices, when it was last used. */
function facts(store: Store, rule: SiteRule, fixed: boolean): string {
  const { settings, managed } = store.state;
  if (fixed) return t('optionsManagedRule');
  const over = managedRule(rule.pattern, managed);
  if (over !== null) return t('optionsManagedOver', over.pattern, modeText(over.mode));
  const above = inheritedBy(settings, rule.pattern);
  return [
    above.rule === null ? '' : t('optionsException', above.rule, modeText(above.mode)),
    choicesText(rule.reading),
    rule.used === undefined ? '' : t('optionsUsed', agoText(rule.used, Date.now())),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function accessView(store: Store, rule: SiteRule, access: 'some' | 'none' | 'removed'): HTMLElement {
  const text = { removed: 'optionsAccessRemoved', none: 'optionsAccessNone', some: 'optionsAccessPart' } as const;
  return h(
    'p',
    { class: 'rule-access' },
    h('span', { 'aria-hidden': 'true' }, '⚠ '),
    t(text[access]),
    ' ',
    h(
      'button',
      {
        type: 'button',
        'data-action': 'allow',
        'data-key': `allow ${rule.pattern}`,
        onclick: () => void store.ask(store.missingOrigins([rule])),
      },
      t('optionsAllow'),
    ),
  );
}

async function setMode(store: Store, pattern: string, mode: SiteMode): Promise<void> {
  if (!(await store.ask(store.missingOrigins([{ pattern, mode }])))) return store.load();
  await store.change((settings) => ({
    ...settings,
    sites: settings.sites.map((rule) => (rule.pattern === pattern ? { ...rule, mode } : rule)),
  }));
}

async function remove(store: Store, pattern: string): Promise<void> {
  await store.change(
    (settings) => ({ ...settings, sites: settings.sites.filter((rule) => rule.pattern !== pattern) }),
    t('optionsRemoved', pattern),
  );
}
