import { PROTECTED } from '../core/matching/change.ts';
import type { Edit, EditKind, Finding, Match, Reason, Searched, Verdict } from '../core/matching/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import { t } from '../platform/i18n.ts';
import { h } from './dom.ts';
import { formatDate, formatList, formatNumber, plural } from './language.ts';

type Key = Parameters<typeof t>[0];

/** How a verdict looks everywhere: a sign, so that colour is never the only one, and the family its colour comes from. */
interface Look {
  readonly sign: string;
  readonly family: 'same' | 'near' | 'differs' | 'apart' | 'none';
  readonly label: Key;
}

export const LOOKS: Readonly<Record<Verdict, Look>> = {
  exact: { sign: '=', family: 'same', label: 'verdictExact' },
  'edits-marked': { sign: '=', family: 'same', label: 'verdictEditsMarked' },
  cleaned: { sign: '≈', family: 'near', label: 'verdictCleaned' },
  'key-word-altered': { sign: '≠', family: 'differs', label: 'verdictKeyWord' },
  altered: { sign: '≠', family: 'differs', label: 'verdictAltered' },
  joined: { sign: '+', family: 'differs', label: 'verdictJoined' },
  resembles: { sign: '~', family: 'apart', label: 'verdictResembles' },
  'known-misquotation': { sign: '§', family: 'differs', label: 'verdictKnown' },
  'not-found': { sign: '?', family: 'none', label: 'verdictNotFound' },
  'not-checked': { sign: '–', family: 'none', label: 'verdictNotChecked' },
};

/** The verdicts that say the words stand in a source, for the counts and the badge. */
export const MATCHED: ReadonlySet<Verdict> = new Set<Verdict>(['exact', 'edits-marked', 'cleaned']);

const REASONS: Readonly<Record<Reason, Key>> = {
  'too-short': 'reasonTooShort',
  title: 'reasonTitle',
  scare: 'reasonScare',
  nested: 'reasonNested',
  unclosed: 'reasonUnclosed',
  language: 'reasonLanguage',
  heading: 'reasonHeading',
  'no-packs': 'reasonNoPacks',
};

/** The closed list of small differences, as the reader is told of them. */
const SMALL: Readonly<Partial<Record<EditKind, Key>>> = {
  filler: 'editFiller',
  repeat: 'editRepeat',
  contraction: 'editContraction',
  numeral: 'editNumeral',
  spelling: 'editSpelling',
  'edge-conjunction': 'editConjunction',
  noise: 'editNoise',
};

export const reasonText = (reason: Reason): string => t(REASONS[reason]);

/** "State of the Union Address, 6 January 1941"; a title that names the year already stands alone. */
export function sourceName(match: Match): string {
  const { title, date } = match.source;
  return date === null || title.includes(date.slice(0, 4)) ? title : t('sourceTitleDate', title, formatDate(date));
}

/** The verdict in one sentence of plain words. `searched` is needed for `not-found`, which never stands without its coverage. */
export function verdictSentence(finding: Finding, quote: string, searched: Searched | null): string {
  const match = finding.matches[0];
  switch (finding.verdict) {
    case 'exact':
      return match === undefined ? t('verdictExact') : t('sentenceExact', sourceName(match));
    case 'edits-marked':
      return cutWords(match) === 0 ? t('sentenceEditsMarkedPlain') : plural('sentenceEditsMarked', cutWords(match));
    case 'cleaned': {
      const kinds = smallDifferences(match);
      return kinds.length === 0 ? t('sentenceCleanedPlain') : t('sentenceCleaned', formatList(kinds));
    }
    case 'key-word-altered':
      return keyWordSentence(match, quote);
    case 'altered':
      return match === undefined ? t('verdictAltered') : t('sentenceAltered', sourceName(match));
    case 'joined':
      return joinedSentence(finding);
    case 'resembles':
      return match !== undefined && wordsAgree(match) ? t('sentenceResemblesShort') : t('sentenceResembles');
    case 'known-misquotation':
      return knownSentence(finding);
    case 'not-found':
      return notFoundSentence(searched);
    case 'not-checked':
      return finding.reason === null ? t('verdictNotChecked') : reasonText(finding.reason);
  }
}

/** Whether nothing differs: such words only resemble where they are too few to be sure of. */
const wordsAgree = ({ edits, words }: Match): boolean => edits.length === 0 && words.matched === words.total;

/** Words of the source that the quotation leaves out and marks as left out. */
function cutWords(match: Match | undefined): number {
  if (match === undefined) return 0;
  return match.edits
    .filter((edit) => edit.kind === 'marked-cut')
    .reduce((sum, edit) => sum + wordsIn(sourceWords(match, edit)), 0);
}

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The source's words that an edit touches. */
export const sourceWords = (match: Match, edit: Edit): string =>
  match.text.slice(Math.max(0, edit.source[0] - match.start), Math.max(0, edit.source[1] - match.start));

function smallDifferences(match: Match | undefined): string[] {
  const kinds = new Set<string>();
  for (const edit of match?.edits ?? []) {
    const key = SMALL[edit.kind];
    if (key !== undefined) kinds.add(t(key));
  }
  return [...kinds];
}

function keyWordSentence(match: Match | undefined, quote: string): string {
  const edit = match?.edits.find((each) => PROTECTED.has(each.kind));
  if (match === undefined || edit === undefined) return t('verdictKeyWord');
  const here = quote.slice(edit.quote[0], edit.quote[1]).trim();
  const there = sourceWords(match, edit).trim();
  if (here === '') return t('sentenceKeyWordMissing', there);
  if (there === '') return t('sentenceKeyWordAdded', here);
  return t('sentenceKeyWord', here, there);
}

function joinedSentence(finding: Finding): string {
  const gap = finding.notices.find((notice) => notice.kind === 'long-gap');
  return gap === undefined ? t('sentenceJoined') : plural('sentenceJoinedGap', gap.words);
}

function knownSentence(finding: Finding): string {
  const notice = finding.notices.find((each) => each.kind === 'finding');
  const text = notice?.text ?? finding.matches[0]?.source.statement?.finding;
  return text === undefined ? t('sentenceKnownPlain') : t('sentenceKnown', text);
}

function notFoundSentence(searched: Searched | null): string {
  if (searched === null) return t('sentenceNotFoundPlain');
  const span = searched.from === null || searched.to === null ? null : yearSpan(searched.from, searched.to);
  return span === null
    ? plural('sentenceNotFound', searched.sources)
    : plural('sentenceNotFoundSpan', searched.sources, span);
}

const yearSpan = (from: string, to: string): string => {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : t('yearSpan', first, last);
};

/** "4,812 sources, 1790–2020", or null before the first answer. */
export function coverageLine(searched: Searched): string {
  const span = searched.from === null || searched.to === null ? '' : yearSpan(searched.from, searched.to);
  return span === ''
    ? plural('coverage', searched.sources, formatNumber(searched.words))
    : plural('coverageSpan', searched.sources, formatNumber(searched.words), span);
}

/** The sign in its small box. Screen readers hear the label that stands beside it instead. */
export function verdictSign(verdict: Verdict | null): HTMLElement {
  const look = verdict === null ? null : LOOKS[verdict];
  return h(
    'span',
    { class: `sign sign-${look?.family ?? 'none'}`, 'data-verdict': verdict ?? 'waiting', 'aria-hidden': 'true' },
    look?.sign ?? '…',
  );
}

/** "18 of 20 words" */
export const wordCount = (match: Match): string =>
  t('wordsOf', formatNumber(match.words.matched), formatNumber(match.words.total));

/** Heading of a finding: sign, label, sentence. */
export function verdictView(item: ReportItem, searched: Searched | null): HTMLElement {
  const { finding } = item;
  if (finding === null)
    return h('header', { class: 'verdict' }, verdictSign(null), h('p', { class: 'label' }, t('verdictWaiting')));
  const match = finding.matches[0];
  const sentence = verdictSentence(finding, item.text, searched);
  const label = t(LOOKS[finding.verdict].label);
  return h(
    'header',
    { class: 'verdict', 'data-verdict': finding.verdict },
    verdictSign(finding.verdict),
    h(
      'div',
      { class: 'verdict-words' },
      h(
        'h2',
        { class: 'label', id: 'verdict-label' },
        label,
        match === undefined || match.words.matched === match.words.total
          ? null
          : h('span', { class: 'count' }, wordCount(match)),
      ),
      sentence === label ? null : h('p', { class: 'sentence', dir: 'auto' }, sentence),
    ),
  );
}
