import * as v from 'valibot';
import { RenderingSchema, SOURCE_CLASSES, STATEMENT_STATUSES } from '../../src/core/packs/document.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const url = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s"'<>]+$/u, 'must be an http(s) address'));
const date = v.pipe(v.string(), v.regex(/^-?\d{4}(-\d{2}(-\d{2})?)?$/u, 'must be YYYY, YYYY-MM or YYYY-MM-DD'));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words joined by hyphens'));

/**
 * How an entry was checked before it was shipped, for the person who reviews it. Never part of a pack.
 *
 * - `transcript`: the words stand, letter for letter, in a full text of the occasion that was read.
 * - `page`: a page that gives these words with this speaker and occasion was read.
 * - `research`: a page that investigates the wording's origin was read.
 */
export const CHECK_KINDS = ['transcript', 'page', 'research'] as const;
const CheckedSchema = v.strictObject({
  how: v.picklist(CHECK_KINDS),
  /** The documents that were read; at least one. */
  seen: v.pipe(v.array(text), v.minLength(1, 'must name at least one document that was read')),
  note: v.optional(text),
});

/** A documented statement: who said what, where and when, with the words that may be quoted. */
export const StatementEntrySchema = v.pipe(
  v.strictObject({
    id,
    /** The occasion, as the card names it ("Joint news conference with Emmanuel Macron"). */
    title: text,
    speaker: text,
    date,
    venue: v.optional(text),
    url: v.optional(url),
    archive: v.optional(url),
    licence: v.optional(text),
    lang: v.optional(text, 'en'),
    class: v.picklist(SOURCE_CLASSES),
    /** The words as spoken, when they were spoken in `lang`. */
    text: v.optional(text),
    original: v.optional(v.strictObject({ text, lang: text, by: v.optional(text), url: v.optional(url) })),
    /** The language the words were spoken in, when the original wording is not known. */
    spoken_lang: v.optional(text),
    renderings: v.optional(v.array(RenderingSchema), []),
    status: v.optional(v.picklist(STATEMENT_STATUSES), 'documented'),
    finding: v.optional(text),
    credited_to: v.optional(v.array(text)),
    denied: v.optional(
      v.strictObject({ by: text, text: v.optional(text), date: v.optional(date), url: v.optional(url) }),
    ),
    reported_by: v.optional(text),
    checked: CheckedSchema,
  }),
  v.check((entry) => entry.text !== undefined || entry.renderings.length > 0, 'needs text or renderings'),
);
export type StatementEntry = v.InferOutput<typeof StatementEntrySchema>;

/** A wording that is on record as misquoted or credited to the wrong person. */
export const MisquotationEntrySchema = v.strictObject({
  id,
  /** The popular wording. */
  quote: text,
  /** Other popular wordings of the same line. */
  variants: v.optional(v.array(text), []),
  /** The names it is usually credited to. */
  credited_to: v.pipe(v.array(text), v.minLength(1, 'must name at least one person')),
  status: v.picklist(['misquoted', 'misattributed', 'paraphrase', 'unverified']),
  /** One or two sentences, in our own words: what is known of the origin. */
  finding: text,
  /** What was really said or written, when that is known. */
  actual: v.optional(
    v.strictObject({
      text: v.optional(text),
      lang: v.optional(text, 'en'),
      speaker: v.optional(text),
      source: v.optional(text),
      date: v.optional(date),
    }),
  ),
  /** A page about the origin that was seen. */
  url,
  checked: CheckedSchema,
});
export type MisquotationEntry = v.InferOutput<typeof MisquotationEntrySchema>;
