import { t } from '../platform/i18n.ts';
import { h } from './dom.ts';
import { button } from './findingView.ts';

/** "Hidden. Undo": said in place of a quotation that the reader has just hidden. */
export const hiddenView = (undo: () => void): HTMLElement =>
  h('p', { class: 'hidden-note', role: 'status' }, t('hiddenDone'), ' ', button(t('hiddenUndo'), 'undo-hide', undo));
