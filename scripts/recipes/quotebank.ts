import * as v from 'valibot';
import type { PackDocument } from '../../src/core/packs/document.ts';
import type { Recipe } from './types.ts';

/** Fewer occurrences are mostly one article, and the pack would not fit into memory. */
const LEAST_OCCURRENCES = 20;

const LineSchema = v.object({
  quoteID: v.string(),
  quotation: v.pipe(v.string(), v.trim(), v.minLength(1)),
  speaker: v.string(),
  date: v.string(),
  numOccurrences: v.number(),
  urls: v.optional(v.array(v.string()), []),
});

/** Quotations that news sites printed from 2008 to 2020, with the speaker a program chose. */
export const quotebank: Recipe = {
  meta: {
    id: 'quotebank',
    name: 'Quotebank: quotations in the news',
    version: '1',
    description: `Quotations printed at least ${LEAST_OCCURRENCES} times by news sites from 2008 to 2020. Not a primary source: it shows what was printed.`,
    licence: 'CC BY 4.0',
    attribution: 'Vaucher, Spitz, Catasta, West: Quotebank (EPFL)',
    url: 'https://doi.org/10.5281/zenodo.4277311',
  },
  origin: 'https://doi.org/10.5281/zenodo.4277311',
  fetch: [
    'curl -L -o FOLDER/quotes-2020.json.bz2 https://zenodo.org/record/4277311/files/quotes-2020.json.bz2',
    'bunzip2 FOLDER/quotes-2020.json.bz2',
  ],
  note: 'One file a year, each of several gigabytes. The speakers were chosen by a program and may be wrong.',
  async *read(files) {
    for (const file of files) {
      if (!/quotes-\d{4}\.json$/u.test(file.path)) continue;
      for await (const line of file.lines()) {
        const document = quotebankDocument(line);
        if (document !== null) yield document;
      }
    }
  },
};

/** A line as a document; null without a speaker, with few occurrences, or when it is not such a line. */
export function quotebankDocument(line: string): PackDocument | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = v.safeParse(LineSchema, value);
  if (!parsed.success) return null;
  const { quoteID, quotation, speaker, date, numOccurrences, urls } = parsed.output;
  if (speaker === 'None' || speaker === '' || numOccurrences < LEAST_OCCURRENCES) return null;
  const url = urls.find((address) => /^https?:\/\/[^\s"'<>]+$/u.test(address));
  return {
    id: `quotebank-${quoteID}`,
    title: `Printed ${numOccurrences} times in the news`,
    speaker,
    ...(/^\d{4}-\d{2}-\d{2}/u.test(date) ? { date: date.slice(0, 10) } : {}),
    ...(url === undefined ? {} : { url }),
    licence: 'CC BY 4.0 (Quotebank)',
    lang: 'en',
    class: 'news report',
    text: quotation,
  };
}
