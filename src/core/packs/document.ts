import * as v from 'valibot';

/** Where a source's words come from, best first. Shown to the reader with every match. */
export const SOURCE_CLASSES = [
  'recording',
  'official transcript',
  'official translation',
  'published text',
  'news transcript',
  'news report',
  'anonymous briefing',
  'research',
] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/** What is known of a documented statement. All but `documented` and `denied` are misquotations of one sort. */
export const STATEMENT_STATUSES = [
  'documented',
  'denied',
  'misquoted',
  'misattributed',
  'paraphrase',
  'unverified',
] as const;
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
/** Words as they are: nothing is trimmed, because places in them are counted from their first character. */
const words = v.pipe(v.string(), v.regex(/\S/u, 'must not be empty'));
const httpUrl = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s"'<>]+$/u, 'must be an http(s) address'));
/** ISO 8601: a day, a month or a year ("2022-02-07", "1941-01", "1906"). */
const date = v.pipe(v.string(), v.regex(/^-?\d{4}(-\d{2}(-\d{2})?)?$/u, 'must be YYYY, YYYY-MM or YYYY-MM-DD'));

export const RenderingSchema = v.object({
  /** The translator or outlet whose wording this is. */
  by: text,
  text,
  url: v.optional(httpUrl),
  lang: v.optional(text),
  /** True when no other account read has these words. */
  alone: v.optional(v.boolean()),
});
export type Rendering = v.InferOutput<typeof RenderingSchema>;

export const StatementSchema = v.object({
  /** The words in the language they were spoken in, when that is not the document's. */
  original: v.optional(v.object({ text, lang: text, by: v.optional(text), url: v.optional(httpUrl) })),
  /** The language the words were spoken in, when the original wording itself is not known. */
  spoken_lang: v.optional(text),
  renderings: v.array(RenderingSchema),
  status: v.optional(v.picklist(STATEMENT_STATUSES), 'documented'),
  /** One or two sentences: what was found out about these words. */
  finding: v.optional(text),
  /** For misquotations: the names the wording is usually credited to. */
  credited_to: v.optional(v.array(text)),
  denied: v.optional(v.object({ by: text, text: v.optional(text), date: v.optional(date), url: v.optional(httpUrl) })),
  /** Who passed the words on, when the speaker's own words were not recorded. */
  reported_by: v.optional(text),
});
export type Statement = v.InferOutput<typeof StatementSchema>;

export const TurnSchema = v.object({
  speaker: v.optional(text),
  text: words,
  /** Milliseconds from the start of the recording, from subtitle cues. */
  at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type Turn = v.InferOutput<typeof TurnSchema>;

/** One source as it enters a pack: a line of JSON. Either `text` or `turns` (a statement may have neither). */
export const DocumentSchema = v.pipe(
  v.object({
    id: text,
    title: text,
    speaker: v.optional(text),
    date: v.optional(date),
    venue: v.optional(text),
    url: v.optional(httpUrl),
    archive: v.optional(httpUrl),
    licence: v.optional(text),
    lang: v.optional(text, 'en'),
    class: v.optional(v.picklist(SOURCE_CLASSES), 'official transcript'),
    /** Set when the words were read by a machine and may be wrong. */
    uncertain: v.optional(v.picklist(['ocr', 'pdf', 'captions'])),
    text: v.optional(words),
    turns: v.optional(v.array(TurnSchema)),
    statement: v.optional(StatementSchema),
  }),
  v.check(
    (d) => d.text !== undefined || (d.turns?.length ?? 0) > 0 || d.statement !== undefined,
    'needs text, turns or a statement',
  ),
);
export type PackDocument = v.InferOutput<typeof DocumentSchema>;

/** What a pack says of itself. `id` is unique among the packs a reader has. */
export const PackMetaSchema = v.object({
  id: text,
  name: text,
  version: text,
  description: v.optional(text),
  licence: v.optional(text),
  attribution: v.optional(text),
  url: v.optional(httpUrl),
});
export type PackMeta = v.InferOutput<typeof PackMetaSchema>;

/** What a pack covers, computed when it is built. */
export interface Coverage {
  readonly sources: number;
  readonly turns: number;
  readonly words: number;
  readonly languages: readonly string[];
  /** Distinct speakers, most words first. */
  readonly speakers: readonly string[];
  /** ISO dates of the earliest and the latest source. */
  readonly from: string | null;
  readonly to: string | null;
}
