/** A task of ours ends after so many milliseconds, well inside a frame. */
const SLICE_MS = 6;
/** A busy page still gets read, at most a tenth of its time: no idle slice is waited for longer than this (ms). */
const PATIENCE_MS = 60;

/** Runs a generator to its end in idle slices. Stops quietly when the signal aborts; answers whether it ran to the end. */
export function inIdleSlices(work: Generator<void>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const slice = (): void => {
      if (signal.aborted) {
        resolve(false);
        return;
      }
      const end = performance.now() + SLICE_MS;
      try {
        do {
          if (work.next().done === true) {
            resolve(true);
            return;
          }
        } while (performance.now() < end);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      requestIdleCallback(slice, { timeout: PATIENCE_MS });
    };
    requestIdleCallback(slice, { timeout: PATIENCE_MS });
  });
}

/** Resolves once the page is in front; a page in a background tab is left alone. */
export function whenVisible(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look, { once: true });
  });
}
