import type { Finding, Match, Notice, Reason, Searched, Verdict } from '../../src/core/matching/types.ts';
import { speakerName } from '../../src/core/quotations/index.ts';
import type { ReadArticle } from './article.ts';

/** Columns a line of the table may take when the width of the terminal is not known. */
const WIDTH = 110;

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  exact: 'exact words',
  'edits-marked': 'cuts marked',
  cleaned: 'small differences',
  'key-word-altered': 'key word differs',
  altered: 'wording differs',
  joined: 'joined',
  resembles: 'resembles',
  'known-misquotation': 'misquotation',
  'not-found': 'not found',
  'not-checked': 'not checked',
};

const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'too-short': 'too short to compare',
  title: 'a title',
  scare: 'single words in marks',
  nested: 'stands inside another quotation',
  unclosed: 'its end is not marked',
  language: 'language not covered',
  heading: 'in a heading',
  'no-packs': 'no pack is on',
};

/** An article's quotations as lines for a person: verdict, speaker, words; the source under it. */
export function articleTable(article: ReadArticle, findings: ReadonlyMap<string, Finding>, find: boolean): string[] {
  const { quotations } = article;
  const lines = [
    `${plain(article.id)}: ${quotations.length === 0 ? 'no quotations found' : counted(quotations.length)}`,
  ];
  for (const { quotation, query, reason } of quotations) {
    const finding = query === null ? undefined : findings.get(query.id);
    const label = find ? quotation.kind : VERDICT_WORDS[finding?.verdict ?? 'not-checked'];
    const speaker = speakerName(quotation.speaker) ?? '–';
    lines.push(
      `  ${label.padEnd(18)} ${cut(plain(speaker), 24).padEnd(24)} “${cut(plain(quotation.text), width() - 50)}”`,
    );
    if (find) continue;
    if (finding === undefined) lines.push(...under(reason === null ? 'not checked' : REASON_WORDS[reason]));
    else lines.push(...findingLines(finding));
  }
  return lines;
}

/** What a finding says, as lines for a person. */
export function findingLines({ matches, notices, reason }: Finding): string[] {
  const lines: string[] = [];
  if (matches.length > 0) lines.push(...under(sourceText(matches[0])));
  const others = new Set(matches.slice(1).map(({ source }) => source.id));
  if (others.size > 0) lines.push(...under(`and ${others.size} more`));
  for (const notice of notices) lines.push(...under(noticeText(notice)));
  if (reason !== null) lines.push(...under(REASON_WORDS[reason]));
  return lines;
}

/** The line under everything: what was searched. */
export const searchedLine = ({ sources, words, from, to }: Searched): string =>
  `Searched ${counted(sources, 'source')}, ${words.toLocaleString('en')} words${from === null || to === null ? '' : `, ${from} to ${to}`}. What is not found may still have been said.`;

function sourceText({ source, speaker, by, role, words }: Match): string {
  const facts = [
    source.title,
    speaker,
    source.date,
    by === null || role === 'misquotation' ? null : `wording by ${by}`,
    source.class,
  ];
  const match = words.matched < words.total ? `${words.matched} of ${words.total} words` : null;
  return [...facts, match].filter((fact) => fact !== null).join(' · ');
}

function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'another-speaker':
      return `the page names ${notice.page}; the source ${notice.source}`;
    case 'another-date':
      return `the source is dated ${notice.source}, the page ${notice.page}`;
    case 'starts-mid-sentence':
      return 'starts within a sentence';
    case 'ends-mid-sentence':
      return 'ends within a sentence';
    case 'next-sentence-turns':
      return `the next sentence begins with “${notice.word}”`;
    case 'speaker-quoting':
      return 'the speaker was quoting someone';
    case 'speaker-asking':
      return 'the speaker was asking';
    case 'several-places':
      return `stands in ${notice.count} places${notice.earliest === null ? '' : `, first ${notice.earliest}`}`;
    case 'sources-disagree':
      return `${notice.source} has “${notice.text}”`;
    case 'translation':
      return `a translation from ${notice.lang} by ${notice.by}; ${notice.others.length} other wordings`;
    case 'single-account':
      return `only ${notice.by} has these words`;
    case 'source-class':
      return notice.class;
    case 'denied':
      return `denied by ${notice.by}`;
    case 'second-hand':
      return `passed on by ${notice.reportedBy}`;
    case 'finding':
      return notice.text;
    case 'uncertain-text':
      return `the source was read by a machine (${notice.why})`;
    case 'long-gap':
      return `the pieces are ${notice.words} words apart`;
  }
}

const width = (): number => Math.max(80, process.stdout.columns ?? WIDTH);
/** Lines under the words, wrapped between them. */
function under(text: string): string[] {
  const room = Math.max(40, width() - 22);
  const lines = [''];
  for (const word of plain(text).split(' ')) {
    const last = lines.length - 1;
    if (lines[last] !== '' && lines[last].length + word.length >= room) lines.push(word);
    else lines[last] += lines[last] === '' ? word : ` ${word}`;
  }
  return lines.map((line) => `  ${' '.repeat(18)} ${line}`);
}
const counted = (count: number, what = 'quotation'): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);

/** On one line, and without the signs that steer a terminal or turn its writing direction. */
export const plain = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
