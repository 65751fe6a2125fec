import type { Edit, Finding, Match, Searched } from '../../../src/core/matching/types.ts';
import type { PageReport, ReportItem } from '../../../src/protocol/contract.ts';

/** An edit given by the words it touches. */
export function edit(quote: string, source: string, here: string, there: string, kind: Edit['kind'], shift = 0): Edit {
  const at = here === '' ? 0 : quote.indexOf(here);
  const from = there === '' ? 0 : source.indexOf(there);
  return {
    op: here === '' ? 'del' : there === '' ? 'ins' : 'sub',
    quote: [at, at + here.length],
    source: [shift + from, shift + from + there.length],
    kind,
  };
}

export function match(text: string, more: Partial<Match> = {}): Match {
  return {
    pack: 'speeches',
    source: {
      id: 'inaugural-1933',
      title: 'First Inaugural Address',
      speaker: 'Franklin D. Roosevelt',
      date: '1933-03-04',
      venue: 'Washington',
      url: 'https://example.org/speeches/1933',
      archive: null,
      licence: 'public domain',
      lang: 'en',
      class: 'official transcript',
      uncertain: null,
      statement: null,
    },
    turn: 0,
    role: 'spoken',
    speaker: 'Franklin D. Roosevelt',
    by: null,
    at: null,
    start: 0,
    end: text.length,
    text,
    before: '',
    after: '',
    words: { matched: 9, total: 10 },
    edits: [],
    verdict: 'exact',
    ...more,
  };
}

export const finding = (verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding => ({
  id: 'q',
  verdict,
  matches: [],
  notices: [],
  reason: null,
  ...more,
});

export const item = (text: string, of: Finding | null, more: Partial<ReportItem> = {}): ReportItem => ({
  id: 'q',
  text,
  kind: 'quotation',
  speaker: null,
  finding: of,
  marked: true,
  ...more,
});

export const searched: Searched = {
  sources: 233,
  words: 1_784_000,
  packs: [{ id: 'speeches', name: 'Speeches', version: '1.0' }],
  from: '1790-01-08',
  to: '2020-02-04',
};

export const report = (items: readonly ReportItem[]): PageReport => ({
  state: 'ready',
  title: 'An article',
  lang: 'en',
  date: '2022-02-09',
  items,
  progress: { done: items.length, total: items.length },
  searched,
  settings: {
    mode: 'on',
    rule: null,
    reading: {
      strictness: 'default',
      hidden: [],
      style: 'underline',
      palette: 'colour',
      minWords: 3,
      hoverCard: false,
      scope: 'article',
      packs: null,
    },
  },
});
