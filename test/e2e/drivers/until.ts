/** How often a condition is asked again (ms). */
const EVERY = 40;

/**
 * Asks until the answer is neither undefined, null nor false, and answers it. A question that fails is asked again: a page that is
 * being left, or a tab that is closing, can't answer for a moment.
 * @param patience ms after which it gives up.
 * @throws Error naming what was waited for, and how the last question failed.
 */
export async function until<T>(
  ask: () => T | Promise<T>,
  what: string,
  patience = 10_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + patience;
  for (;;) {
    let failure: unknown;
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false)
        return answer as Exclude<T, undefined | null | false>;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${patience} ms in vain for ${what}`, { cause: failure });
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}
