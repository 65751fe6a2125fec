import type { Quotation } from '../core/quotations/types.ts';
import type { ReadingSettings } from '../core/settings/types.ts';
import { callBackground } from '../platform/messages.ts';
import { FIND_UNITS, type BackgroundApi } from '../protocol/contract.ts';
import { hash } from './hash.ts';
import { inIdleSlices } from './idle.ts';
import { articleRoot, bodyOf, pageFacts, readingBlocks, type PageFacts, type ReadBlock } from './read/index.ts';

export interface Scan {
  readonly facts: PageFacts;
  readonly blocks: readonly ReadBlock[];
  readonly quotations: readonly FoundQuotation[];
  /** False while parts of the page are still to come. */
  readonly complete: boolean;
}

/** A quotation with the persons named near it. */
export interface FoundQuotation {
  readonly quotation: Quotation;
  readonly names: readonly string[];
}

/** Nodes read between two looks at the clock. */
const SLICE_NODES = 60;

/** Remembers what was found in the same text, so that only the parts of a page that have changed are searched again. */
export class Scanner {
  /** Milliseconds of the page's own time the last scan took. */
  cost = 0;
  #found = new Map<string, readonly FoundQuotation[]>();

  /**
   * Reads the page in idle slices and has its quotations found, part by part: yields all that is known after each part.
   * Ends early when the signal aborts.
   * @throws Error with a sentence for the reader when the quotations could not be found.
   */
  async *scan(reading: ReadingSettings, signal: AbortSignal): AsyncGenerator<Scan> {
    this.cost = 0;
    const facts = pageFacts(document);
    const root = reading.scope === 'article' ? articleRoot(document) : bodyOf(document);
    const blocks: ReadBlock[] = [];
    const steps = this.#timed(readingBlocks(root, { scope: reading.scope }, blocks, SLICE_NODES));
    if (!(await inIdleSlices(steps, signal))) return;
    const parts = partsOf(blocks);
    const found = new Map<string, readonly FoundQuotation[]>();
    const quotations: FoundQuotation[] = [];
    let shown = Number.NEGATIVE_INFINITY;
    for (const { from, to } of parts) {
      const page = { blocks: blocks.slice(from, to).map(({ block }) => block), lang: facts.lang, byline: facts.byline };
      const key = JSON.stringify(page);
      const known = this.#found.get(key);
      const part = known ?? (await findIn(page));
      if (signal.aborted) return;
      found.set(key, part);
      const before = quotations.length;
      for (const { quotation, names } of part)
        quotations.push({ quotation: from === 0 ? quotation : moved(quotation, from, before), names });
      const complete = to === blocks.length;
      const worth = known === undefined && part.length > 0 && performance.now() - shown > SHOW_EVERY_MS;
      if (!complete && !worth) continue;
      yield { facts, blocks, quotations: [...quotations], complete };
      shown = performance.now();
    }
    if (parts.length === 0) yield { facts, blocks, quotations, complete: true };
    this.#found = found;
  }

  *#timed(steps: Generator<void>): Generator<void> {
    for (;;) {
      const began = performance.now();
      const { done } = steps.next();
      this.cost += performance.now() - began;
      if (done === true) return;
      yield;
    }
  }
}

async function findIn(page: Parameters<BackgroundApi['find']>[0]): Promise<readonly FoundQuotation[]> {
  const answer = await callBackground('find', page);
  if (!answer.ok) throw new Error(answer.error);
  const { quotations, names } = answer.value;
  return quotations.map((quotation, index) => ({ quotation, names: names[index] ?? [] }));
}

/** Parts of a long page are shown as they are found, but not more often than this (ms): showing costs the page time too. */
const SHOW_EVERY_MS = 400;

/** A page up to this many units of text is one part, so that all its names resolve: the longest articles. */
const WHOLE = 60_000;
/** Parts of longer pages have at least so many units, and end where the text of a block says so (one in eight does). */
const LEAST_PART = 10_000;

/**
 * Cuts the blocks into parts. Where a part of a long page ends depends on the text there and not on what stands before: a
 * paragraph put in at the top of a live blog changes one part, and all others are known.
 */
export function partsOf(blocks: readonly Pick<ReadBlock, 'block'>[]): { readonly from: number; readonly to: number }[] {
  const total = blocks.reduce((sum, { block }) => sum + block.text.length, 0);
  if (total === 0) return [];
  if (total <= WHOLE) return [{ from: 0, to: blocks.length }];
  const parts: { from: number; to: number }[] = [];
  for (let from = 0, to = 0, units = 0; to < blocks.length;) {
    const { text } = blocks[to].block;
    units += text.length;
    to++;
    const full = units + (blocks[to]?.block.text.length ?? 0) > FIND_UNITS;
    if (!full && to < blocks.length && (units < LEAST_PART || hash(text) % 8 !== 0)) continue;
    parts.push({ from, to });
    from = to;
    units = 0;
  }
  return parts;
}

/** A quotation of a later part, with its places as if all had been one. */
function moved(quotation: Quotation, blocks: number, quotations: number): Quotation {
  const { speaker, within } = quotation;
  return {
    ...quotation,
    pieces: quotation.pieces.map((piece) => ({ ...piece, block: piece.block + blocks })),
    speaker: speaker === null ? null : { ...speaker, block: speaker.block + blocks },
    ...(within === undefined ? {} : { within: within + quotations }),
  };
}
