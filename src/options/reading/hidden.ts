import { t } from '../../platform/i18n.ts';
import { callBackground } from '../../platform/messages.ts';
import { fill, h } from '../../ui/dom.ts';
import { formatNumber } from '../../ui/language.ts';
import { card } from '../controls.ts';

/** How many quotations the reader has hidden on pages, and the way to see them again. Counted anew whenever the page comes into view. */
export function hiddenCard(say: (text: string) => void, signal: AbortSignal): HTMLElement {
  const button = h('button', {
    type: 'button',
    'data-action': 'show-hidden',
    disabled: true,
    onclick: () => void show(),
  });
  const count = async (): Promise<void> => {
    const answer = await callBackground('hiddenCount');
    if (!answer.ok) return;
    button.disabled = answer.value.count === 0;
    fill(button, t('hiddenShow', formatNumber(answer.value.count)));
  };
  const show = async (): Promise<void> => {
    const answer = await callBackground('showHidden');
    say(answer.ok ? t('hiddenShown') : answer.error);
    await count();
  };
  fill(button, t('hiddenShow', formatNumber(0)));
  document.addEventListener('visibilitychange', () => void (document.hidden || count()), { signal });
  void count();
  return card(t('hiddenHead'), h('p', { class: 'soft' }, t('hiddenHint')), button);
}
