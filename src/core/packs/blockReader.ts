import { SHARD_WORDS } from './format.ts';
import type { Shard } from './shard.ts';
import { blockField, plainBlockText, type Frame } from './textBlocks.ts';
import type { ByteSource } from './types.ts';

/** How many text blocks are kept at hand; what falls out is read again when needed. */
const KEPT_BLOCKS = 256;
/**
 * Blocks no further apart are read in one piece, at most so much at once. Bytes: a read from the browser's private files takes
 * about 0.7 ms however small it is, and 3 ms for a megabyte (Chromium 156).
 */
const NEAR_BYTES = 128 * 1024;
const MOST_BYTES = 1024 * 1024;

/** A block of a shard's text, and its bytes in the file. */
interface BlockPlace {
  readonly frame: Frame;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Reads the text blocks of a prepared pack: those that will be asked for can be noted, and are read with the first that is. */
export class BlockReader {
  private readonly blocks = new Map<number, Promise<string>>();
  private readonly noted = new Map<number, BlockPlace>();
  /** Blocks that were whole when they were read: they lie in a file that nobody writes to. */
  private readonly checked = new Set<number>();

  /** @param textStarts where the text of each shard begins in the file, in bytes */
  constructor(
    private readonly bytes: ByteSource,
    private readonly textStarts: readonly number[],
  ) {}

  /** Notes a block that will be asked for. What goes wrong with it is said then. */
  note(shard: Shard, block: number): void {
    if (this.noted.size < KEPT_BLOCKS / 2) this.add(shard, block);
  }

  /** A block's text. Rejects with an Error of one sentence when it is damaged. */
  text(shard: Shard, block: number): Promise<string> {
    const key = blockKey(shard.index, block);
    const kept = this.blocks.get(key);
    if (kept !== undefined) return kept;
    this.add(shard, block);
    this.readNoted();
    return this.blocks.get(key)!;
  }

  private add({ index, frame }: Shard, block: number): void {
    const key = blockKey(index, block);
    if (this.blocks.has(key) || this.noted.has(key)) return;
    const start = this.textStarts[index] + blockField(frame, block, 'byteStart');
    this.noted.set(key, { frame, block, start, end: start + blockField(frame, block, 'byteLength') });
  }

  /** Reads the blocks that were noted, those that lie near each other in one piece. */
  private readNoted(): void {
    const noted = [...this.noted].sort(([, a], [, b]) => a.start - b.start);
    this.noted.clear();
    for (let first = 0; first < noted.length;) {
      const from = noted[first][1].start;
      let behind = first + 1;
      while (
        behind < noted.length &&
        noted[behind][1].start - noted[behind - 1][1].end <= NEAR_BYTES &&
        noted[behind][1].end - from <= MOST_BYTES
      )
        behind++;
      const bytes = this.bytes.read(from, noted[behind - 1][1].end);
      for (const [key, place] of noted.slice(first, behind)) this.keep(key, this.decoded(key, bytes, from, place));
      first = behind;
    }
  }

  private keep(key: number, text: Promise<string>): void {
    this.blocks.set(key, text);
    text.catch(() => this.blocks.delete(key));
    if (this.blocks.size > KEPT_BLOCKS) this.blocks.delete(this.blocks.keys().next().value!);
  }

  /** A block's text out of bytes that begin at `from` in the file. */
  private async decoded(key: number, bytes: Promise<Uint8Array>, from: number, place: BlockPlace): Promise<string> {
    const { frame, block, start, end } = place;
    const content = (await bytes).subarray(start - from, end - from);
    const text = plainBlockText(frame, block, content, this.checked.has(key));
    if (!text.ok) throw new Error(text.error);
    this.checked.add(key);
    return text.value;
  }
}

/** One number for a block of a shard: a shard has fewer blocks than words. */
const blockKey = (shard: number, block: number): number => shard * SHARD_WORDS + block;
