import type { ReportItem } from '../../protocol/contract.ts';
import { t } from '../../platform/i18n.ts';
import { h } from '../dom.ts';
import { groupsOf, type Group } from '../groups.ts';
import { formatNumber } from '../language.ts';
import { LOOKS, reasonText, verdictSign } from '../verdict.ts';

/** The page's quotations by verdict. A row is a button that opens the quotation. */
export function quotationList(items: readonly ReportItem[], open: (item: ReportItem) => void): HTMLElement {
  return h(
    'div',
    { class: 'quotations', role: 'region', 'aria-label': t('popupList') },
    groupsOf(items).map((group, _index, groups) => groupView(group, groups.length === 1, open)),
  );
}

/** What was not checked is folded away, unless there is nothing else. */
function groupView(group: Group, alone: boolean, open: (item: ReportItem) => void): HTMLElement {
  const label = group.verdict === null ? t('verdictWaiting') : t(LOOKS[group.verdict].label);
  const list = h(
    'ul',
    null,
    group.items.map((item) => h('li', null, row(item, open))),
  );
  const count = h('span', { class: 'group-count' }, formatNumber(group.items.length));
  if (group.verdict === 'not-checked')
    return h(
      'details',
      { class: 'group', 'data-group': 'not-checked', open: alone },
      h('summary', null, label, ' ', count),
      list,
    );
  return h(
    'section',
    { class: 'group', 'data-group': group.verdict ?? 'waiting' },
    h('h2', null, label, ' ', count),
    list,
  );
}

function row(item: ReportItem, open: (item: ReportItem) => void): HTMLElement {
  const verdict = item.finding?.verdict ?? null;
  const reason = item.finding?.reason ?? null;
  return h(
    'button',
    {
      type: 'button',
      class: 'row plain',
      'data-quotation': item.id,
      'data-verdict': verdict ?? 'waiting',
      onclick: () => open(item),
    },
    verdictSign(verdict),
    h(
      'span',
      { class: 'row-words' },
      h('span', { class: 'row-quote', dir: 'auto' }, item.text),
      h(
        'span',
        { class: 'row-facts', dir: 'auto' },
        reason === null ? (item.speaker ?? t('popupUnknownSpeaker')) : reasonText(reason),
      ),
    ),
  );
}
