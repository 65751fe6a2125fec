import { BLOCK_FIELDS, BLOCK_UNITS, PART_FIELDS } from './format.ts';
import { checksum, uint32View } from './bytes.ts';
import { inflatedBlock } from './deflated.ts';
import { fail, ok, type Result } from '../result.ts';

/** The part tables of one shard: which turn each stretch of its text belongs to, and where each block of text lies. */
export interface Frame {
  /** Records of `PART_FIELDS`. */
  readonly parts: Uint32Array;
  /** Records of `BLOCK_FIELDS`. */
  readonly blocks: Uint32Array;
  readonly partCount: number;
  readonly blockCount: number;
  /** UTF-16 units of the shard's text. */
  readonly units: number;
}

const PART = { source: 0, turn: 1, start: 2, turnStart: 3, speaker: 4, role: 5, by: 6, at: 7 } as const;
const BLOCK = { start: 0, byteStart: 1, byteLength: 2, checksum: 3, part: 4 } as const;

export const partField = (frame: Frame, part: number, field: keyof typeof PART): number =>
  frame.parts[part * PART_FIELDS + PART[field]];
export const blockField = (frame: Frame, block: number, field: keyof typeof BLOCK): number =>
  frame.blocks[block * BLOCK_FIELDS + BLOCK[field]];

/** The largest deflated block: incompressible text of three bytes a unit, with deflate's overhead. */
const LARGEST_BLOCK = BLOCK_UNITS * 3 + 1024;

/** Bounds that the tables' numbers are checked against. */
export interface FrameLimits {
  readonly sources: number;
  readonly people: number;
  readonly roles: number;
  /** Bytes of the shard's text section. */
  readonly textBytes: number;
}

/** The tables of a shard as they are, for tables that were checked before. */
export function frameOf(partBytes: Uint8Array, blockBytes: Uint8Array): Frame {
  const parts = uint32View(partBytes);
  const blocks = uint32View(blockBytes);
  const partCount = Math.floor(parts.length / PART_FIELDS);
  const blockCount = Math.floor(blocks.length / BLOCK_FIELDS) - 1;
  return { parts, blocks, partCount, blockCount, units: blocks[blockCount * BLOCK_FIELDS] };
}

/** The tables of a shard, every number in range: parts and blocks in order, each block beginning with a part. */
export function readFrame(partBytes: Uint8Array, blockBytes: Uint8Array, limits: FrameLimits): Result<Frame> {
  const frame = frameOf(partBytes, blockBytes);
  const { partCount, blockCount, units } = frame;
  if (partBytes.length % (PART_FIELDS * 4) !== 0 || blockBytes.length % (BLOCK_FIELDS * 4) !== 0 || blockCount < 0) {
    return fail('its tables have broken records');
  }
  for (let part = 0; part < partCount; part++) {
    const before = part === 0 ? 0 : partField(frame, part - 1, 'start');
    if (
      partField(frame, part, 'source') >= limits.sources ||
      partField(frame, part, 'speaker') > limits.people ||
      partField(frame, part, 'by') > limits.people ||
      partField(frame, part, 'role') >= limits.roles ||
      partField(frame, part, 'start') < before ||
      partField(frame, part, 'start') > units
    ) {
      return fail(`part ${part} of its text lies outside`);
    }
  }
  for (let block = 0; block <= blockCount; block++) {
    const last = block === blockCount;
    const start = blockField(frame, block, 'start');
    const part = blockField(frame, block, 'part');
    const length = blockField(frame, block, 'byteLength');
    if (
      (block === 0 && (start !== 0 || part !== 0)) ||
      (last ? part !== partCount : part >= partCount || partField(frame, part, 'start') !== start) ||
      blockField(frame, block, 'byteStart') + length > limits.textBytes ||
      length > LARGEST_BLOCK
    ) {
      return fail(`block ${block} of its text lies outside`);
    }
    if (!last && blockField(frame, block + 1, 'start') - start > BLOCK_UNITS) return fail(`block ${block} is too long`);
    if (!last && (blockField(frame, block + 1, 'start') < start || blockField(frame, block + 1, 'part') <= part)) {
      return fail(`block ${block} of its text is out of order`);
    }
  }
  return ok(frame);
}

/** The block that a part stands in. */
export function blockOfPart(frame: Frame, part: number): number {
  let low = 0;
  let high = frame.blockCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blockField(frame, middle, 'part') <= part) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** UTF-16 units of a part. */
export const partLength = (frame: Frame, part: number): number =>
  (part + 1 < frame.partCount ? partField(frame, part + 1, 'start') : frame.units) - partField(frame, part, 'start');

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** A block's text from its bytes, deflated as shipped or plain. The text has exactly the units that the table promises. */
export function blockText(frame: Frame, block: number, bytes: Uint8Array, isDeflated: boolean): Result<string> {
  if (!isDeflated) return plainBlockText(frame, block, bytes, false);
  if (!isWhole(frame, block, bytes)) return fail(DAMAGED);
  const plain = inflatedBlock(bytes, blockUnits(frame, block) * 3 + 1);
  return plain.ok ? decodedText(frame, block, plain.value) : plain;
}

/**
 * The same from plain bytes.
 * @param isChecked the block was whole before, so that its checksum need not be taken again
 */
export const plainBlockText = (frame: Frame, block: number, bytes: Uint8Array, isChecked: boolean): Result<string> =>
  isChecked || isWhole(frame, block, bytes) ? decodedText(frame, block, bytes) : fail(DAMAGED);

const DAMAGED = 'the checksum of a text block does not hold';
const isWhole = (frame: Frame, block: number, bytes: Uint8Array): boolean =>
  checksum(bytes) === blockField(frame, block, 'checksum');
const blockUnits = (frame: Frame, block: number): number =>
  blockField(frame, block + 1, 'start') - blockField(frame, block, 'start');

function decodedText(frame: Frame, block: number, plain: Uint8Array): Result<string> {
  const text = decoder.decode(plain);
  return text.length === blockUnits(frame, block)
    ? ok(text)
    : fail('a text block has another length than its table says');
}

/** A block begins at a multiple of 4 bytes, so that its checksum is taken where it lies. */
const roundedUp = (length: number): number => (length + 3) & ~3;

/** A frame's blocks stored plain instead of deflated, given their texts: the text bytes and the block records that point into them. */
export function plainBlocks(frame: Frame, texts: readonly string[]): { text: Uint8Array; blocks: Uint32Array } {
  const encoded = texts.map((text) => encoder.encode(text));
  const text = new Uint8Array(encoded.reduce((sum, bytes) => sum + roundedUp(bytes.length), 0));
  const blocks = frame.blocks.slice();
  let at = 0;
  encoded.forEach((bytes, block) => {
    text.set(bytes, at);
    blocks[block * BLOCK_FIELDS + BLOCK.byteStart] = at;
    blocks[block * BLOCK_FIELDS + BLOCK.byteLength] = bytes.length;
    blocks[block * BLOCK_FIELDS + BLOCK.checksum] = checksum(bytes);
    at += roundedUp(bytes.length);
  });
  blocks[texts.length * BLOCK_FIELDS + BLOCK.byteStart] = at;
  return { text, blocks };
}
