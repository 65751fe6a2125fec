import { normalisePattern, splitPattern } from '../../core/sites/index.ts';
import { SITE_MODES } from '../../core/settings/index.ts';
import type { SiteMode } from '../../core/settings/types.ts';
import { t } from '../../platform/i18n.ts';
import { h } from '../../ui/dom.ts';
import { select } from '../controls.ts';
import type { Store } from '../store.ts';
import { modeText } from '../wording.ts';

/** The line that adds a site. */
export function addView(store: Store): HTMLElement {
  const problem = h('p', { class: 'problem', id: 'add-problem', role: 'alert' });
  const site = h('input', {
    type: 'text',
    id: 'add-site',
    class: 'grow',
    inputmode: 'url',
    autocapitalize: 'off',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 2048,
    placeholder: t('optionsAddPlaceholder'),
    'aria-label': t('optionsAddLabel'),
    'aria-describedby': 'add-problem',
    oninput: () => problem.replaceChildren(),
  });
  const mode = select<SiteMode>({
    id: 'add-mode',
    label: t('optionsModeLabel'),
    values: SITE_MODES.map((each) => [each, modeText(each)]),
    value: 'on',
  });
  return h(
    'form',
    {
      class: 'line add',
      onsubmit: (event) => {
        event.preventDefault();
        const pattern = patternOf(site.value);
        if (pattern === null) {
          problem.textContent = t('optionsAddProblem');
          site.focus();
          return;
        }
        void add(store, pattern, mode.value as SiteMode).then((added) => {
          if (added) site.value = '';
        });
      },
    },
    site,
    mode,
    h('button', { type: 'submit', class: 'primary', 'data-action': 'add' }, t('optionsAdd')),
    problem,
  );
}

/**
 * What the reader means: a copied address stands for its whole site, because nobody means one article; what is typed without "https://" stands as
 * it is, so that a path can be named.
 */
export function patternOf(text: string): string | null {
  const pattern = normalisePattern(text);
  if (pattern === null) return null;
  return /^\s*https?:/iu.test(text) && !text.includes('*') ? splitPattern(pattern).host : pattern;
}

async function add(store: Store, pattern: string, mode: SiteMode): Promise<boolean> {
  if (!(await store.ask(store.missingOrigins([{ pattern, mode }])))) return false;
  await store.change(
    (settings) => {
      const own = settings.sites.find((rule) => rule.pattern === pattern);
      const others = settings.sites.filter((rule) => rule.pattern !== pattern);
      return { ...settings, sites: [...others, { ...own, pattern, mode }] };
    },
    t('optionsAdded', pattern, modeText(mode)),
  );
  return true;
}
