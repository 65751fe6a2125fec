import { startImportWorker } from '../../platform/workers.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Files handed to the worker at once. Chromium takes 0.1 ms for each, during which the page waits. */
const AT_ONCE = 50;

/** The import worker for one page: started when first needed, ended by cancelling. */
export class ImportTask {
  #worker: Worker | null = null;
  readonly #onMessage: (message: FromWorker) => void;

  constructor(onMessage: (message: FromWorker) => void, signal: AbortSignal) {
    this.#onMessage = onMessage;
    signal.addEventListener('abort', () => this.cancel());
  }

  start(task: ToWorker): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(task);
  }

  /** Hands files over for the next preview, so that the page never waits. False when it was cancelled meanwhile. */
  async give(files: readonly File[]): Promise<boolean> {
    const worker = (this.#worker ??= this.#begin());
    for (let at = 0; at < files.length && this.#worker === worker; at += AT_ONCE) {
      worker.postMessage({ kind: 'files', files: files.slice(at, at + AT_ONCE) } satisfies ToWorker);
      await new Promise((resolve) => setTimeout(resolve));
    }
    return this.#worker === worker;
  }

  /** Ends whatever is under way at once. */
  cancel(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #begin(): Worker {
    const worker = startImportWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      // The PDF reader, which runs in the same worker, greets with messages of its own.
      if (data.verbatim === 1) this.#onMessage(data);
    });
    worker.addEventListener('error', (event) => {
      this.cancel();
      this.#onMessage({ verbatim: 1, kind: 'failed', why: 'other', error: event.message });
    });
    return worker;
  }
}
