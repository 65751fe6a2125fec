import { startImportWorker } from '../../platform/workers.ts';
import type { FromWorker, ToWorker } from './messages.ts';

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
