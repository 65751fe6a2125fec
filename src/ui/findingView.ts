import type { Match, Searched } from '../core/matching/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import { t } from '../platform/i18n.ts';
import { contextView } from './context.ts';
import { copyView, reportView } from './copyView.ts';
import { differenceView } from './difference.ts';
import { h, type Child } from './dom.ts';
import { formatDate, plural } from './language.ts';
import { noticesView, renderingsView } from './notices.ts';
import { CLASS_LABELS, link, sourceView, wordingBy } from './source.ts';
import { passageAddress } from './links.ts';
import { sourceName, verdictView, wordCount } from './verdict.ts';
import { whyView } from './why.ts';

/** What the reader can do with a finding; each surface offers what it can carry out. */
export interface FindingActions {
  /** Opens the source in full, at the passage. */
  readonly read?: (match: Match) => void;
  readonly show?: () => void;
  readonly hide?: () => void;
}

/** Everything Verbatim has to say about one quotation. The card, the popup and the side panel show this same view. */
export function findingView(item: ReportItem, searched: Searched | null, actions: FindingActions): HTMLElement {
  const { finding } = item;
  const match = finding?.matches[0];
  return h(
    'article',
    {
      class: 'finding',
      'data-id': item.id,
      'data-verdict': finding?.verdict ?? 'waiting',
      'aria-labelledby': 'verdict-label',
    },
    verdictView(item, searched),
    item.speaker === null ? null : h('p', { class: 'credited', dir: 'auto' }, t('findingCredited', item.speaker)),
    match === undefined ? quoteView(item.text) : differenceView(item.text, match),
    finding === null ? null : noticesView(finding),
    match === undefined ? null : contextView(match),
    finding === null ? null : renderingsView(finding),
    match === undefined ? null : sourceView(match, packName(match, searched)),
    actionsView(match, actions),
    finding === null ? null : otherPlacesView(finding.matches.slice(1)),
    finding === null ? null : whyView(item, searched),
    match === undefined ? null : copyView(match),
    finding === null || finding.reason !== null ? null : reportView(item, searched),
  );
}

const quoteView = (text: string): HTMLElement => h('blockquote', { class: 'quote', dir: 'auto' }, text);

const packName = (match: Match, searched: Searched | null): string | null => {
  const pack = searched?.packs.find((each) => each.id === match.pack);
  return pack === undefined ? null : t('sourcePackVersion', pack.name, pack.version);
};

/** At most so many other places are listed; the count says how many there are. */
const PLACES_SHOWN = 8;

function otherPlacesView(matches: readonly Match[]): HTMLElement | null {
  if (matches.length === 0) return null;
  return h(
    'details',
    { class: 'places', 'data-part': 'places' },
    h('summary', null, plural('findingPlaces', matches.length)),
    h('ul', null, matches.slice(0, PLACES_SHOWN).map(placeRow)),
  );
}

function placeRow(match: Match): HTMLElement {
  const address = passageAddress(match);
  const name = wordingBy(match) ?? sourceName(match);
  const facts = [
    wordingBy(match) === null ? match.speaker : match.source.date === null ? null : formatDate(match.source.date),
    t(CLASS_LABELS[match.source.class]),
    wordCount(match),
  ].filter((each): each is string => each !== null);
  return h(
    'li',
    { dir: 'auto' },
    h('p', { class: 'place-name' }, address === null ? name : link(address, name, 'open-place')),
    h('p', { class: 'place-text' }, match.text),
    h('p', { class: 'place-facts' }, facts.join(' · ')),
  );
}

function actionsView(match: Match | undefined, actions: FindingActions): HTMLElement | null {
  const { read, show, hide } = actions;
  const buttons: Child[] = [
    show === undefined ? null : button(t('actionShow'), 'show', show),
    read === undefined || match === undefined ? null : button(t('actionRead'), 'read', () => read(match)),
    hide === undefined ? null : button(t('actionHide'), 'hide', hide),
  ];
  return buttons.every((each) => each === null) ? null : h('div', { class: 'actions' }, ...buttons);
}

export const button = (text: string, action: string, run: () => void): HTMLElement =>
  h('button', { type: 'button', 'data-action': action, onclick: run }, text);
