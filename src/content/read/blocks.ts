import type { Block, BlockRole, InlineSpan } from '../../core/quotations/types.ts';
import { isFurniture, isInline, isUnread, roleOf, SKIPPED, SPAN_TAGS } from './elements.ts';

/** One text node's share of a block: the block's characters from `at` on stand in `node` from `from` on, one for one. */
export interface Run {
  readonly at: number;
  readonly length: number;
  readonly node: Text;
  readonly from: number;
}

/** A block and where its characters stand on the page. */
export interface ReadBlock {
  readonly block: Block;
  /** In the order of `at`; characters between runs (a space for a line break) stand in no node. */
  readonly runs: readonly Run[];
  /** The element that made the block. */
  readonly element: Element;
}

export interface ReadOptions {
  /** `article` leaves comments, related links and page furniture alone. */
  readonly scope: 'article' | 'everything';
  /** At most so many UTF-16 units are read; a page can be endless. */
  readonly limit?: number;
}

/** Ten long articles; of a page that goes on for ever the reader gets the first part. */
const DEFAULT_LIMIT = 2_000_000;
/** A block of more units than this is ended: one text node can hold a whole book. */
const LONGEST_BLOCK = 100_000;

const ELEMENT = 1;
const TEXT = 3;

/** An element being read. Role, language and owner are those that hold in it: its own or its parents'. */
interface Frame {
  readonly inline: boolean;
  readonly next: Node | null;
  /** The children of a shadow host, read after its shadow tree (they are slotted into it). */
  light: Node | null;
  /** The nearest element that makes blocks. */
  readonly owner: Element;
  readonly role: BlockRole;
  readonly lang: string | null;
  readonly span: OpenSpan | null;
}

interface OpenSpan {
  readonly tag: InlineSpan['tag'];
  start: number;
}

/** Text of one block while it is being joined. */
class Draft {
  text = '';
  runs: Run[] = [];
  spans: InlineSpan[] = [];
  /** Line breaks since the last character: two end the block. */
  breaks = 0;

  /** Adds a text node's characters. Runs of white space become one space, as the page shows them. */
  add(node: Text, data: string): void {
    let from = 0;
    while (from < data.length && this.text.length < LONGEST_BLOCK) {
      const gap = nextGap(data, from);
      const end = Math.min(gap?.start ?? data.length, from + LONGEST_BLOCK - this.text.length);
      if (data[from] === ' ' && this.endsOpen()) from++;
      if (end > from) this.push(node, from, data.slice(from, end));
      if (gap === null) return;
      if (data[gap.start] !== '\u00AD' && !this.endsOpen()) this.push(node, gap.start, ' ');
      from = gap.end;
    }
  }

  /** Nothing stands here yet, or a space does: another one would not be shown. */
  private endsOpen(): boolean {
    return this.text === '' || this.text.endsWith(' ');
  }

  private push(node: Text, from: number, piece: string): void {
    const last = this.runs.at(-1);
    if (
      last !== undefined &&
      last.node === node &&
      last.from + last.length === from &&
      last.at + last.length === this.text.length
    )
      this.runs[this.runs.length - 1] = { ...last, length: last.length + piece.length };
    else this.runs.push({ at: this.text.length, length: piece.length, node, from });
    this.text += piece;
    if (piece !== ' ') this.breaks = 0;
  }

  /** A character that stands in no node. */
  space(): void {
    if (!this.endsOpen()) this.text += ' ';
  }
}

const GAP = / *[\t\n\r\f][ \t\n\r\f]*| {2,}|\u00AD+/gu;

/** The next run of white space other than one plain space, or of soft hyphens (which the page does not show), in UTF-16 offsets of `data`. */
function nextGap(data: string, from: number): { start: number; end: number } | null {
  GAP.lastIndex = from;
  const found = GAP.exec(data);
  return found === null ? null : { start: found.index, end: GAP.lastIndex };
}

/**
 * Reads the blocks under `root` in document order, once, without recursion and without changing anything.
 * Yields about every `sliceNodes` nodes so that a page can be read in idle slices; run to the end for all at once.
 * Skips what is hidden (`checkVisibility`, where it exists), edited, navigation, code and controls.
 */
export function* readingBlocks(
  root: Element,
  options: ReadOptions,
  into: ReadBlock[],
  sliceNodes = 400,
): Generator<void> {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const stack: Frame[] = [];
  /** The quoting elements that are open, outermost first. */
  const open: OpenSpan[] = [];
  let draft = new Draft();
  let total = 0;
  let seen = 0;

  const finish = (): void => {
    const text = draft.text.trimEnd();
    const { runs } = draft;
    const spans = draft.spans;
    draft = new Draft();
    if (text !== '') {
      for (const span of open) spans.push({ ...span, end: text.length });
      const kept = spans
        .filter((span) => span.start < text.length)
        .map((span) => ({ ...span, end: Math.min(span.end, text.length) }))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      const { role, lang, owner } = stack.at(-1)!;
      into.push({
        block: { text, role, ...(lang === null ? {} : { lang }), ...(kept.length === 0 ? {} : { spans: kept }) },
        runs,
        element: owner,
      });
      total += text.length;
    }
    for (const span of open) span.start = 0;
  };

  const enter = (element: Element): Node | null => {
    const name = element.localName;
    const inline = isInline(element, name);
    if (!inline && stack.length > 0) finish();
    const tag = SPAN_TAGS.get(name);
    const parent = stack.at(-1);
    const span = tag === undefined ? null : { tag, start: draft.text.length };
    if (span !== null) open.push(span);
    stack.push({
      inline,
      next: element.nextSibling,
      light: element.shadowRoot ? element.firstChild : null,
      owner: inline ? (parent?.owner ?? element) : element,
      role: roleWithin(inline ? null : roleOf(element, name), parent?.role ?? 'paragraph'),
      lang: langOf(element) ?? parent?.lang ?? null,
      span,
    });
    return contentOf(element);
  };

  const leave = (): Node | null => {
    const frame = stack.at(-1)!;
    if (frame.light !== null) {
      const { light } = frame;
      frame.light = null;
      finish();
      return light;
    }
    if (frame.span !== null) {
      open.pop();
      if (frame.span.start < draft.text.length) draft.spans.push({ ...frame.span, end: draft.text.length });
    }
    if (!frame.inline) finish();
    stack.pop();
    return stack.length === 0 ? null : frame.next;
  };

  let node: Node | null = enter(root);
  while (stack.length > 0 && total < limit) {
    if (++seen % sliceNodes === 0) yield;
    if (node === null) {
      node = leave();
      continue;
    }
    if (node.nodeType === TEXT) {
      const data = (node as Text).data;
      if (data !== '') draft.add(node as Text, data);
      if (draft.text.length >= LONGEST_BLOCK) finish();
      node = node.nextSibling;
    } else if (node.nodeType === ELEMENT) {
      const element = node as Element;
      const name = element.localName;
      if (name === 'br' || name === 'hr') {
        if (name === 'hr' || ++draft.breaks >= 2) finish();
        else draft.space();
        node = element.nextSibling;
      } else if (isSkipped(element, name, options)) node = element.nextSibling;
      else node = enter(element);
    } else node = node.nextSibling;
  }
  // The limit was reached inside a block.
  if (stack.length > 0) finish();
}

/** All blocks under `root` at once, for callers that need no slices (the command line, tests). */
export function readBlocks(root: Element, options: ReadOptions): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  const reading = readingBlocks(root, options, blocks, Number.MAX_SAFE_INTEGER);
  while (reading.next().done !== true);
  return blocks;
}

/** The role that holds in an element: a list in a block quotation is quoted, and everything in a comment is comment. */
function roleWithin(own: BlockRole | null, parent: BlockRole): BlockRole {
  if (own === null || parent === 'comment' || parent === 'code') return parent;
  const quoted = parent === 'blockquote' || parent === 'pullquote';
  return quoted && (own === 'item' || own === 'cell') ? parent : own;
}

/** The language an element declares, if it can be one. */
function langOf(element: Element): string | null {
  const lang = element.getAttribute('lang');
  return lang === null || !/^[a-z]{2,8}(?:-[a-z\d-]{1,26})?$/iu.test(lang) ? null : lang;
}

/** The first child that is shown: that of an open shadow root where there is one. */
function contentOf(element: Element): Node | null {
  return element.shadowRoot ? element.shadowRoot.firstChild : element.firstChild;
}

function isSkipped(element: Element, name: string, options: ReadOptions): boolean {
  if (SKIPPED.has(name) || isUnread(element)) return true;
  if (options.scope === 'article' && isFurniture(element, name)) return true;
  return typeof element.checkVisibility === 'function' && !isInline(element, name) && !isShown(element);
}

/** `display: contents` boxes are not rendered themselves, but what is in them is. */
function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents';
}
