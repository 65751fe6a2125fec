import { t } from '../../platform/i18n.ts';
import { fill, h } from '../../ui/dom.ts';
import { redraw } from '../controls.ts';
import type { Store } from '../store.ts';
import { addView } from './add.ts';
import { countriesView } from './countries.ts';
import { explainView } from './explain.ts';
import { RuleList } from './list.ts';
import { moveView } from './move.ts';
import { otherSitesView } from './otherSites.ts';
import { textView } from './text.ts';

/** The section "Sites": what holds for all other sites, the list of rules, and the ways to fill it. */
export function mountSites(root: HTMLElement, signal: AbortSignal, store: Store): void {
  const others = h('div');
  const list = new RuleList(store);
  fill(
    root,
    others,
    h(
      'section',
      { class: 'box' },
      h('h2', null, t('optionsYourSites')),
      addView(store),
      list.root,
      explainView(store, signal),
    ),
    countriesView(store, signal),
    textView(store, signal),
    moveView(store),
  );
  const draw = (): void => {
    redraw(others, () => fill(others, otherSitesView(store)));
    list.draw();
  };
  store.subscribe(draw, signal);
  draw();
}
