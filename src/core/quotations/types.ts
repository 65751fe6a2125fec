/** What a block of text is on the page. A quotation in a heading, a caption or a comment is treated differently from one in running text. */
export type BlockRole =
  'paragraph' | 'heading' | 'item' | 'blockquote' | 'pullquote' | 'caption' | 'cell' | 'byline' | 'code' | 'comment';

/** Inline markup that says something about quoting. Offsets are UTF-16 indices into the block's text. */
export interface InlineSpan {
  readonly start: number;
  readonly end: number;
  readonly tag: 'q' | 'cite' | 'em' | 'strong' | 'code' | 'a';
}

/** The text of one block element, inline elements joined; every character stands at the offset it has in the text nodes' concatenation. */
export interface Block {
  readonly text: string;
  readonly role: BlockRole;
  /** BCP 47 tag when the page or an element declares it. */
  readonly lang?: string;
  readonly spans?: readonly InlineSpan[];
}

/** A range of one block's text in UTF-16 units; for quotations it lies inside the marks, outer spaces trimmed. */
export interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

export type QuotationKind = 'quotation' | 'title' | 'scare' | 'nested' | 'unclosed';

export interface Speaker extends Place {
  /** The mention as printed ("he", "Mr. Peskov"). */
  readonly text: string;
  /** The person or body the mention stands for, resolved through the article; null when that is not certain. */
  readonly name: string | null;
  /** The mention is a pronoun or possessive: without `name` it tells a reader nothing. */
  readonly pronoun: boolean;
}

export interface Quotation {
  /** At least one, in reading order; more than one when an attribution or a paragraph break splits the quotation. */
  readonly pieces: readonly Place[];
  /** The pieces' text, joined by one space. */
  readonly text: string;
  readonly kind: QuotationKind;
  /** Null below the confidence at which a name may be shown. */
  readonly speaker: Speaker | null;
  /** The likeliest mention however sure, null when nobody is proposed: for measuring and for ranking, never to be shown. */
  readonly mention?: Speaker | null;
  /** How often a mention proposed like this one is right on the training articles, 0..1; 0 without a mention. */
  readonly confidence: number;
  /** The attribution rule that fired, for the benchmark and for "why this speaker". */
  readonly rule: string;
  /** For a nested quotation: the index, in the answer, of the quotation it stands in. */
  readonly within?: number;
}

export interface FindOptions {
  /** The page's declared language, used where a block declares none. */
  readonly lang?: string;
  /** The author of the page: never taken for a speaker. */
  readonly byline?: string;
}
