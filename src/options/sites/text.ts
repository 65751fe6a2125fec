import { formatSiteList, parseSiteList, withSites, type RefusedLine } from '../../core/settings/index.ts';
import type { Settings, SiteRule } from '../../core/settings/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { fill, h } from '../../ui/dom.ts';
import { plural } from '../../ui/language.ts';
import { button } from '../controls.ts';
import type { Store } from '../store.ts';

const PROBLEMS: Readonly<Record<RefusedLine['problem'], MessageKey>> = {
  'no-site': 'optionsLineNoSite',
  'no-mode': 'optionsLineNoMode',
  'no-choice': 'optionsLineNoChoice',
  'too-many': 'optionsLineTooMany',
};

/** The whole list as text, one site a line. */
export function textView(store: Store, signal: AbortSignal): HTMLElement {
  const refused = h('div', { role: 'alert', 'data-part': 'refused' });
  const text = h('textarea', {
    id: 'sites-text',
    rows: 12,
    spellcheck: 'false',
    autocapitalize: 'off',
    dir: 'ltr',
    'aria-label': t('optionsText'),
    'aria-describedby': 'sites-text-hint',
  });
  let written = '';
  const show = (): void => {
    // What the reader is writing is not overwritten by a change made elsewhere.
    if (text.value !== written) return;
    written = formatSiteList(store.state.settings.sites);
    text.value = written;
  };
  const reset = (): void => {
    text.value = written;
    fill(refused);
    show();
  };
  const save = async (rules: readonly SiteRule[]): Promise<void> => {
    if (!(await store.ask(store.missingOrigins(rules)))) return;
    await store.change((settings) => withList(settings, rules), plural('optionsTextSaved', rules.length));
    reset();
  };
  const trySave = (): void => {
    const list = parseSiteList(text.value, 'on');
    if (list.refused.length === 0) void save(list.rules);
    else
      fill(
        refused,
        refusedView(list.refused),
        button(t('optionsTextSaveRest'), 'text-save-rest', () => void save(list.rules)),
      );
  };
  store.subscribe(show, signal);
  show();
  return h(
    'section',
    { class: 'box' },
    h(
      'details',
      { 'data-part': 'text' },
      h('summary', null, h('h2', null, t('optionsText'))),
      h('p', { class: 'soft', id: 'sites-text-hint' }, t('optionsTextHint')),
      h(
        'pre',
        { class: 'soft example', dir: 'ltr' },
        'example.com on\nexample.com/opinion/* off\nnews.example.org ask minWords=6',
      ),
      text,
      refused,
      h(
        'p',
        { class: 'line' },
        button(t('optionsTextSave'), 'text-save', trySave, 'primary'),
        button(t('optionsTextReset'), 'text-reset', reset),
      ),
    ),
  );
}

/** The settings with exactly these rules; what is known of the use of a site stays. */
const withList = (settings: Settings, rules: readonly SiteRule[]): Settings => {
  const used = new Map(settings.sites.map((rule) => [rule.pattern, rule.used]));
  const sites = rules.map((rule) => {
    const time = used.get(rule.pattern);
    return time === undefined ? rule : { ...rule, used: time };
  });
  return withSites({ ...settings, sites: [] }, { rules: sites });
};

/** At most so many refused lines are listed. */
const LINES_SHOWN = 50;

export function refusedView(refused: readonly RefusedLine[]): HTMLElement {
  return h(
    'div',
    { class: 'problems' },
    h('p', null, plural('optionsRefusedLines', refused.length)),
    h(
      'ul',
      null,
      refused
        .slice(0, LINES_SHOWN)
        .map(({ line, text, problem }) =>
          h('li', null, t('optionsLine', line), ' ', h('code', null, text), ' ', t(PROBLEMS[problem])),
        ),
    ),
  );
}
