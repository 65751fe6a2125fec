import type { Place } from '../../core/quotations/types.ts';
import type { ReadBlock, Run } from './blocks.ts';

/** A point in the page: an offset (UTF-16 units) into a text node. */
export interface Point {
  readonly node: Text;
  readonly offset: number;
}

/** Index of the last run that starts at or before `at`, or -1. */
function runBefore(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (runs[middle].at <= at) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/** Where the character at `at` of a block stands; a character of no node gives the next one that has a node. */
export function startPoint(read: ReadBlock, at: number): Point | null {
  const index = runBefore(read.runs, at);
  const run = read.runs[index];
  if (run !== undefined && at < run.at + run.length) return { node: run.node, offset: run.from + at - run.at };
  const next = read.runs[index + 1];
  return next === undefined ? null : { node: next.node, offset: next.from };
}

/** The point right after the character before `at`. */
export function endPoint(read: ReadBlock, at: number): Point | null {
  const run = read.runs[runBefore(read.runs, at - 1)];
  if (run === undefined) return null;
  return { node: run.node, offset: run.from + Math.min(at - run.at, run.length) };
}

/**
 * The page's range for a place in a block. Null when the nodes are gone from the page or have become shorter since they
 * were read (the page is then about to be read again). `known` is answered when it is that range already.
 */
export function rangeOf(blocks: readonly ReadBlock[], place: Place, known?: Range): Range | null {
  const read = blocks[place.block];
  if (read === undefined || place.end <= place.start) return null;
  const start = startPoint(read, place.start);
  const end = endPoint(read, place.end);
  if (start === null || end === null) return null;
  if (start.node.getRootNode() !== end.node.getRootNode()) return null;
  if (start.offset > start.node.length || end.offset > end.node.length || !start.node.isConnected) return null;
  if (
    known?.startContainer === start.node &&
    known.startOffset === start.offset &&
    known.endContainer === end.node &&
    known.endOffset === end.offset
  )
    return known;
  const range = start.node.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range.collapsed ? null : range;
}
