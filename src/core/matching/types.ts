import type { Rendering, SourceClass } from '../packs/document.ts';
import type { SourceInfo, TurnRole } from '../packs/types.ts';

/** How the quoted words relate to the passage, from the word alignment only. In the order in which they are tested. */
export const VERDICTS = [
  'exact',
  'edits-marked',
  'cleaned',
  'key-word-altered',
  'altered',
  'joined',
  'resembles',
  'known-misquotation',
  'not-found',
  'not-checked',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One quotation to look up. */
export interface Query {
  readonly id: string;
  readonly quote: string;
  /** The pieces of a split quotation, in order; `quote` is their text joined by one space. */
  readonly pieces?: readonly string[];
  /** The speaker's full name when resolved, otherwise the mention as printed. */
  readonly speaker?: string | null;
  /** Other names that stand near the quotation, for short quotations and for the speaker notice. */
  readonly names?: readonly string[];
  /** ISO date of the page. */
  readonly date?: string | null;
  readonly lang?: string | null;
}

/** Which table of words an edit touches; protected kinds make a quotation `key-word-altered`. */
export type EditKind =
  | 'negation'
  | 'number'
  | 'name'
  | 'pronoun'
  | 'modal'
  | 'quantifier'
  | 'comparative'
  | 'content'
  | 'marked-cut'
  | 'bracketed'
  | 'sic'
  | 'filler'
  | 'repeat'
  | 'contraction'
  | 'numeral'
  | 'spelling'
  | 'edge-conjunction'
  | 'noise';

/** One word edit. `quote` are UTF-16 offsets into the query's quote, `source` into the turn's text; empty ranges mark the place. */
export interface Edit {
  readonly op: 'sub' | 'ins' | 'del';
  readonly quote: readonly [start: number, end: number];
  readonly source: readonly [start: number, end: number];
  readonly kind: EditKind;
}

export interface Match {
  /** The pack's id. */
  readonly pack: string;
  readonly source: SourceInfo;
  /** Index of the turn in its source. */
  readonly turn: number;
  readonly role: TurnRole;
  /** Who speaks in that turn. */
  readonly speaker: string | null;
  /** The rendering's author, for a wording of a translated statement. */
  readonly by: string | null;
  /** Milliseconds into the recording, when the source has cue times. */
  readonly at: number | null;
  /** UTF-16 offsets of the passage in the turn's text. */
  readonly start: number;
  readonly end: number;
  /** The passage: the turn's text from start to end. */
  readonly text: string;
  /** The sentence before and the rest of the sentence(s) the passage stands in, up to the next sentence's end. */
  readonly before: string;
  readonly after: string;
  /** Quoted words that stand in the passage, of all quoted words. */
  readonly words: { readonly matched: number; readonly total: number };
  readonly edits: readonly Edit[];
  readonly verdict: Verdict;
}

/** What else the reader should know. Each carries its own evidence. */
export type Notice =
  | { readonly kind: 'another-speaker'; readonly page: string; readonly source: string }
  | { readonly kind: 'another-date'; readonly page: string; readonly source: string }
  | { readonly kind: 'starts-mid-sentence' }
  | { readonly kind: 'ends-mid-sentence' }
  | { readonly kind: 'next-sentence-turns'; readonly word: string; readonly sentence: string }
  | { readonly kind: 'speaker-quoting' }
  | { readonly kind: 'speaker-asking' }
  | { readonly kind: 'several-places'; readonly count: number; readonly earliest: string | null }
  | { readonly kind: 'sources-disagree'; readonly source: string; readonly text: string }
  | {
      readonly kind: 'translation';
      readonly by: string;
      readonly lang: string;
      readonly original: string | null;
      readonly others: readonly Rendering[];
    }
  | { readonly kind: 'single-account'; readonly by: string }
  | { readonly kind: 'source-class'; readonly class: SourceClass }
  | { readonly kind: 'denied'; readonly by: string; readonly text: string | null; readonly url: string | null }
  | { readonly kind: 'second-hand'; readonly reportedBy: string }
  | { readonly kind: 'finding'; readonly text: string }
  | { readonly kind: 'uncertain-text'; readonly why: 'ocr' | 'pdf' | 'captions' }
  | { readonly kind: 'long-gap'; readonly words: number };

/** Why a quotation was not checked. */
export type Reason = 'too-short' | 'title' | 'scare' | 'nested' | 'unclosed' | 'language' | 'heading' | 'no-packs';

export interface Finding {
  readonly id: string;
  readonly verdict: Verdict;
  /** Best first; earliest first among equals. At most 20. */
  readonly matches: readonly Match[];
  readonly notices: readonly Notice[];
  readonly reason: Reason | null;
}

/** What a search went through, said beside every `not-found`. */
export interface Searched {
  readonly sources: number;
  readonly words: number;
  readonly packs: readonly { readonly id: string; readonly name: string; readonly version: string }[];
  readonly from: string | null;
  readonly to: string | null;
}
