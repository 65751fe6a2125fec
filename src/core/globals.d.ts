/** The few globals that every place the core runs in has: Node, a worker, a page. Nothing of the DOM. */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare class URL {
  constructor(address: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
}
interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
