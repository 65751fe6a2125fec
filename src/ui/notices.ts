import type { Rendering } from '../core/packs/document.ts';
import type { Finding, Notice } from '../core/matching/types.ts';
import { t } from '../platform/i18n.ts';
import { h, isSafeAddress, type Child } from './dom.ts';
import { formatDate, formatNumber, languageName, plural } from './language.ts';
import { CLASS_LABELS, link } from './source.ts';

/** What a notice says, in one sentence. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'another-speaker':
      return t('noticeAnotherSpeaker', notice.page, notice.source);
    case 'another-date':
      return t('noticeAnotherDate', formatDate(notice.source), formatDate(notice.page));
    case 'starts-mid-sentence':
      return t('noticeStartsMid');
    case 'ends-mid-sentence':
      return t('noticeEndsMid');
    case 'next-sentence-turns':
      return t('noticeNextTurns', notice.word, notice.sentence);
    case 'speaker-quoting':
      return t('noticeQuoting');
    case 'speaker-asking':
      return t('noticeAsking');
    case 'several-places':
      return notice.earliest === null
        ? plural('noticeSeveral', notice.count)
        : plural('noticeSeveralEarliest', notice.count, formatDate(notice.earliest));
    case 'sources-disagree':
      return t('noticeDisagree', notice.source, notice.text);
    case 'translation':
      return t('noticeTranslation', languageName(notice.lang), notice.by);
    case 'single-account':
      return t('noticeSingle', notice.by);
    case 'source-class':
      return t('noticeClass', t(CLASS_LABELS[notice.class]));
    case 'denied':
      return notice.text === null ? t('noticeDenied', notice.by) : t('noticeDeniedWords', notice.by, notice.text);
    case 'second-hand':
      return t('noticeSecondHand', notice.reportedBy);
    case 'finding':
      return notice.text;
    case 'uncertain-text':
      return t(
        notice.why === 'ocr'
          ? 'noticeUncertainOcr'
          : notice.why === 'pdf'
            ? 'noticeUncertainPdf'
            : 'noticeUncertainCaptions',
      );
    case 'long-gap':
      return t('noticeLongGap', formatNumber(notice.words));
  }
}

/** Notices that the verdict's sentence already says are not said twice. */
function isSaid(notice: Notice, finding: Finding): boolean {
  return (
    (notice.kind === 'finding' && finding.verdict === 'known-misquotation') ||
    (notice.kind === 'long-gap' && finding.verdict === 'joined')
  );
}

/** The list of what else the reader should know; null when there is nothing. */
export function noticesView(finding: Finding): HTMLElement | null {
  const notices = finding.notices.filter((notice) => !isSaid(notice, finding));
  if (notices.length === 0) return null;
  return h(
    'section',
    { class: 'notices', 'aria-label': t('noticesTitle') },
    h('h3', null, t('noticesTitle')),
    h(
      'ul',
      null,
      notices.map((notice) =>
        h('li', { 'data-notice': notice.kind, dir: 'auto' }, noticeText(notice), evidence(notice)),
      ),
    ),
  );
}

function evidence(notice: Notice): Child {
  if (notice.kind === 'denied' && notice.url !== null && isSafeAddress(notice.url))
    return [' ', link(notice.url, t('noticeDeniedSource'), 'open-denial')];
  return null;
}

/** The original words and the other renderings of a translated statement; null when the finding has none. */
export function renderingsView(finding: Finding): HTMLElement | null {
  const notice = finding.notices.find((each) => each.kind === 'translation');
  if (notice === undefined || (notice.original === null && notice.others.length === 0)) return null;
  return h(
    'section',
    { class: 'renderings', 'aria-label': t('renderingsTitle') },
    h('h3', null, t('renderingsTitle')),
    h(
      'dl',
      null,
      notice.original === null
        ? null
        : h(
            'div',
            { 'data-rendering': 'original' },
            h('dt', null, t('renderingOriginal', languageName(notice.lang))),
            h('dd', { lang: notice.lang, dir: 'auto' }, notice.original),
          ),
      notice.others.map(renderingRow),
    ),
  );
}

function renderingRow(rendering: Rendering): HTMLElement {
  const name =
    rendering.url !== undefined && isSafeAddress(rendering.url)
      ? link(rendering.url, rendering.by, 'open-rendering')
      : rendering.by;
  return h(
    'div',
    { 'data-rendering': 'other' },
    h('dt', { dir: 'auto' }, name, rendering.alone === true ? h('small', null, ` ${t('renderingAlone')}`) : null),
    h('dd', { dir: 'auto' }, rendering.text),
  );
}
