import type { Coverage, PackMeta, SourceClass, Statement } from './document.ts';

/** Random access to a pack's bytes: a file of the origin private file system, a packaged file, a file on disk, or memory. */
export interface ByteSource {
  readonly size: number;
  /** Bytes [start, end). Rejects when the store fails. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** A source as the reader sees it, without its words. */
export interface SourceInfo {
  readonly id: string;
  readonly title: string;
  readonly speaker: string | null;
  readonly date: string | null;
  readonly venue: string | null;
  readonly url: string | null;
  readonly archive: string | null;
  readonly licence: string | null;
  readonly lang: string;
  readonly class: SourceClass;
  readonly uncertain: 'ocr' | 'pdf' | 'captions' | null;
  readonly statement: Statement | null;
}

/** How a turn's words stand to what was said. `rendering` and `misquotation` turns come from a documented statement. */
export type TurnRole = 'spoken' | 'original' | 'rendering' | 'misquotation';

export interface PackTurn {
  readonly speaker: string | null;
  readonly role: TurnRole;
  /** The rendering's author (`by`), for `rendering` turns. */
  readonly by: string | null;
  readonly at: number | null;
  readonly text: string;
}

export interface PackInfo extends PackMeta {
  readonly coverage: Coverage;
  /** Bytes of the pack file. */
  readonly size: number;
  /** Hexadecimal checksum of the pack's content. */
  readonly checksum: string;
}

/** One line of `packs/index.json`, the list of packs that ship with the extension. */
export interface BundledPackEntry {
  readonly id: string;
  /** File name beside the list. */
  readonly file: string;
  /** 16 hexadecimal digits of the SHA-256 of the file: another version has another one. */
  readonly hash: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Not searched until the reader switches it on. */
  readonly off: boolean;
}
