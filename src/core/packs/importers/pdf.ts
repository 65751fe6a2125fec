import { documentOf, type Origin } from './documents.ts';
import { pageLines, textOfPages, type PageItem } from './pdfLayout.ts';
import { LIMITS, type Item } from './types.ts';

/** The little of pdf.js that reading text needs. */
interface PdfJs {
  getDocument(source: Record<string, unknown>): { promise: Promise<PdfDocument>; destroy(): Promise<void> };
}
interface PdfDocument {
  readonly numPages: number;
  getPage(page: number): Promise<PdfPage>;
  getMetadata(): Promise<{ info: unknown }>;
}
interface PdfPage {
  readonly view: readonly number[];
  getTextContent(): Promise<{ items: readonly unknown[] }>;
  cleanup(): unknown;
}

/**
 * A PDF with a text layer: columns in reading order, hyphenated words joined, running heads, page numbers and line numbers left out. Marked as
 * uncertain, because a PDF says where letters stand and not what the words are.
 * @throws Error with one sentence when it is damaged or asks for a password.
 */
export async function pdfItems(bytes: Uint8Array, origin: Origin, where: string, notes: string[]): Promise<Item[]> {
  // Loaded first, it makes pdf.js run in this thread (a worker already, in the browser) instead of starting one of its own.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs;
  const loading = pdfjs.getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  try {
    const pdf = await loading.promise;
    const pages = [];
    const count = Math.min(pdf.numPages, LIMITS.pdfPages);
    for (let number = 1; number <= count; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const [left = 0, , right = 612] = page.view;
      pages.push(pageLines(items.flatMap(asPageItem), right - left));
      page.cleanup();
    }
    if (count < pdf.numPages) notes.push(`Only the first ${count} of ${pdf.numPages} pages were read.`);
    const document = documentOf(
      { title: titleOf((await pdf.getMetadata()).info), text: textOfPages(pages), uncertain: 'pdf' },
      origin,
    );
    if (document !== null) return [{ kind: 'document', document }];
    return [{ kind: 'skipped', where, why: 'no text layer: its pages are pictures' }];
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Error(name === 'PasswordException' ? 'The PDF asks for a password.' : 'The PDF is damaged.', {
      cause: error,
    });
  } finally {
    await loading.destroy();
  }
}

function asPageItem(value: unknown): PageItem[] {
  if (typeof value !== 'object' || value === null || !('str' in value) || typeof value.str !== 'string') return [];
  const { str, transform, width, height } = value as {
    str: string;
    transform: number[];
    width: number;
    height: number;
  };
  const [, , , , x, y] = transform;
  if (str.trim() === '' || !Number.isFinite(x) || !Number.isFinite(y)) return [];
  const size = height > 0 ? height : Math.abs(transform[3]) || 10;
  return [{ text: str, x, y, width: Number.isFinite(width) ? width : 0, size }];
}

/** A PDF's own title, unless it is the name of the file it was made from. */
function titleOf(info: unknown): string | undefined {
  if (typeof info !== 'object' || info === null || !('Title' in info) || typeof info.Title !== 'string')
    return undefined;
  const title = info.Title.trim();
  return title === '' || /^(?:microsoft word|untitled)|\.\w{2,5}$/iu.test(title) ? undefined : title;
}
