import { explainSite, type Explanation } from '../../core/sites/index.ts';
import { t } from '../../platform/i18n.ts';
import { fill, h } from '../../ui/dom.ts';
import type { Store } from '../store.ts';
import { modeText } from '../wording.ts';

/** A field for any address, and the rule that holds there, in words. */
export function explainView(store: Store, signal: AbortSignal): HTMLElement {
  const answer = h('p', { role: 'status', class: 'answer', 'data-part': 'explanation' });
  const address = h('input', {
    type: 'text',
    id: 'explain',
    inputmode: 'url',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    maxlength: 2048,
    placeholder: t('optionsExplainPlaceholder'),
    class: 'grow',
    oninput: () => say(),
  });
  const say = (): void =>
    fill(answer, address.value.trim() === '' ? null : explanationText(explain(store, address.value)));
  store.subscribe(say, signal);
  return h(
    'details',
    { class: 'explain' },
    h('summary', null, t('optionsExplain')),
    h('div', { class: 'line' }, h('label', { for: 'explain', class: 'spoken' }, t('optionsExplainLabel')), address),
    answer,
  );
}

function explain(store: Store, text: string): Explanation {
  const written = text.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//iu.test(written) ? written : `https://${written}`;
  return explainSite(store.state.holding, address);
}

/** Why a mode holds, in one sentence. */
export function explanationText({ mode, because, rule, holding }: Explanation): string {
  const what = modeText(mode);
  switch (because) {
    case 'no-site':
      return t('optionsBecauseNoSite');
    case 'default':
      return t('optionsBecauseDefault', what);
    case 'path':
      return t('optionsBecausePath', what, rule!);
    case 'parent':
      return t('optionsBecauseParent', what, rule!);
    case 'site': {
      const above = holding[holding.length - 2];
      return above === undefined
        ? t('optionsBecauseSite', what, rule!)
        : t('optionsBecauseException', what, rule!, above.pattern, modeText(above.mode));
    }
  }
}
