import fc from 'fast-check';
import { describe, it } from 'vitest';
import { FORMATS, importFile, type Format } from '../../../src/core/packs/importers/index.ts';
import * as samples from './samples.ts';

/**
 * Damaged files: whatever is cut, doubled, changed or put in, an importer answers with documents or one sentence, in bounded time.
 * `VERBATIM_FUZZ=10000` runs that many for each format; without it a few hundred, at most four seconds a format.
 */
const RUNS = Number(process.env.VERBATIM_FUZZ ?? 250);
const TIME = process.env.VERBATIM_FUZZ === undefined ? 4_000 : 3_600_000;

const SEEDS: Readonly<Record<Format, string | Uint8Array>> = {
  jsonl: samples.QUOTEBANK,
  text: samples.TRANSCRIPT,
  markdown: samples.TRANSCRIPT,
  subtitles: samples.SRT + samples.ROLLING,
  html: samples.HTML,
  csv: samples.CSV,
  docx: samples.DOCX,
  pdf: samples.PDF,
  wikiquote: samples.WIKIQUOTE,
  tei: samples.TEI,
  zip: samples.ZIP,
};

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  kind: fc.constantFrom('cut', 'change', 'put', 'double', 'end'),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom('<', '>', '"', '\n\n', ':', '-->', '{{', '[[', '\0', 'Q ', '[', '{', '*', '\u202e', '</')
      .map((text) => samples.bytes(text)),
  ),
});

function mutated(
  seed: Uint8Array,
  changes: readonly { at: number; length: number; kind: string; bytes: Uint8Array }[],
): Uint8Array {
  let bytes = [...seed];
  for (const { at, length, kind, bytes: put } of changes) {
    const start = Math.floor(at * bytes.length);
    if (kind === 'cut') bytes.splice(start, length);
    else if (kind === 'change') bytes.splice(start, put.length, ...put);
    else if (kind === 'put') bytes.splice(start, 0, ...put);
    else if (kind === 'double') bytes.splice(start, 0, ...bytes.slice(start, start + length * 10));
    else bytes = bytes.slice(0, start);
  }
  return Uint8Array.from(bytes);
}

describe('damaged files never crash an importer', () => {
  it.each(FORMATS)(
    '%s',
    async (format) => {
      const sample = SEEDS[format];
      const seed = typeof sample === 'string' ? samples.bytes(sample) : sample;
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), async (changes, named) => {
          const bytes = mutated(seed, changes);
          const result = await importFile({ name: 'file', bytes, ...(named ? { format } : {}) });
          if (!result.ok) return typeof result.error === 'string' && result.error.length > 0;
          return result.value.documents.every(
            (document) =>
              document.id !== '' &&
              document.title !== '' &&
              (document.text !== undefined || (document.turns?.length ?? 0) > 0 || document.statement !== undefined),
          );
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: TIME, markInterruptAsFailure: false },
      );
    },
    TIME + 60_000,
  );
});
