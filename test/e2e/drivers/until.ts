/** How often a condition is asked again (ms). */
const EVERY = 40;

/**
 * Asks until the answer is neither undefined, null nor false, and answers it.
 * @param patience ms after which it gives up.
 * @throws Error naming what was waited for.
 */
export async function until<T>(
  ask: () => T | Promise<T>,
  what: string,
  patience = 10_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false)
      return answer as Exclude<T, undefined | null | false>;
    if (Date.now() > end) throw new Error(`Waited ${patience} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}
