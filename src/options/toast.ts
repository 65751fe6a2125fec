import { t } from '../platform/i18n.ts';
import { fill, h } from '../ui/dom.ts';

/** One line at the foot of the page that says what was done, with a way back. Stays until it is closed or the next line comes. */
export class Toast {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Takes the line away: what it offers to undo is not the last thing any more. */
  clear(): void {
    fill(this.#root);
  }

  say(text: string, undo?: () => void): void {
    const close = (): void => this.clear();
    fill(
      this.#root,
      h(
        'div',
        { class: 'toast' },
        h('span', null, text),
        undo === undefined
          ? null
          : h(
              'button',
              {
                type: 'button',
                'data-action': 'undo',
                onclick: () => {
                  close();
                  undo();
                },
              },
              t('optionsUndo'),
            ),
        h('button', { type: 'button', class: 'plain', 'aria-label': t('optionsClose'), onclick: close }, '×'),
      ),
    );
  }
}
