import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';
import { PackMetaSchema, SOURCE_CLASSES, StatementSchema, type Coverage, type PackMeta } from './document.ts';

/** The facts a pack tells of itself and its sources, as they are read back: any file may claim anything, so all is checked. */

const webUrl = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s"'<>]+$/u));

export const SourceSchema = v.object({
  id: v.string(),
  title: v.string(),
  speaker: v.nullable(v.string()),
  date: v.nullable(v.string()),
  venue: v.nullable(v.string()),
  url: v.nullable(webUrl),
  archive: v.nullable(webUrl),
  licence: v.nullable(v.string()),
  lang: v.string(),
  class: v.picklist(SOURCE_CLASSES),
  uncertain: v.nullable(v.picklist(['ocr', 'pdf', 'captions'])),
  statement: v.nullable(StatementSchema),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const CoverageSchema = v.object({
  sources: count,
  turns: count,
  words: count,
  languages: v.array(v.string()),
  speakers: v.array(v.string()),
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
});
const FactsSchema = v.object({ meta: PackMetaSchema, coverage: CoverageSchema });

const decoder = new TextDecoder();

/** The value a JSON text stands for; undefined when it is none. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

export function readFacts(bytes: Uint8Array): Result<{ meta: PackMeta; coverage: Coverage }> {
  const parsed = v.safeParse(FactsSchema, parsedJson(bytes));
  return parsed.success ? ok(parsed.output) : fail('The pack is damaged: its description is broken.');
}

export function readPeople(bytes: Uint8Array): Result<string[]> {
  const parsed = v.safeParse(v.array(v.string()), parsedJson(bytes));
  return parsed.success ? ok(parsed.output) : fail('The pack is damaged: its list of names is broken.');
}
