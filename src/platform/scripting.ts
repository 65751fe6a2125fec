import { browser } from './browser.ts';

/** The content script, in the package. */
const SCRIPT = 'content/index.js';

/** Pages of `matches` that are not of `excludeMatches`: browsers' match patterns. */
export interface Registration {
  readonly id: string;
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

/**
 * Makes the browser's registered scripts exactly these, touching only what differs. What the browser holds may be from before
 * an update, or be gone with one. A registration that the browser refuses leaves the others standing.
 * @throws Error naming what was refused.
 */
export async function registerScripts(wanted: readonly Registration[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const standing = new Set(
    registered.filter((script) => wanted.some((one) => sameScript(script, one))).map(({ id }) => id),
  );
  const stale = registered.map(({ id }) => id).filter((id) => !standing.has(id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const refused: string[] = [];
  for (const one of wanted.filter(({ id }) => !standing.has(id))) {
    try {
      await browser.scripting.registerContentScripts([
        {
          id: one.id,
          js: [SCRIPT],
          matches: [...one.matches],
          ...(one.excludeMatches.length === 0 ? {} : { excludeMatches: [...one.excludeMatches] }),
          runAt: 'document_idle',
          allFrames: false,
          persistAcrossSessions: true,
        },
      ]);
    } catch (error) {
      refused.push(`${one.id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (refused.length > 0) throw new Error(refused.join('\n'));
}

const sameScript = (
  script: { id: string; js?: string[]; matches?: string[]; excludeMatches?: string[] },
  one: Registration,
): boolean =>
  script.id === one.id &&
  script.js?.length === 1 &&
  script.js[0].endsWith(SCRIPT) &&
  sameList(script.matches, one.matches) &&
  sameList(script.excludeMatches, one.excludeMatches);

/** Browsers hand patterns back in an order of their own. */
const sameList = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...b].sort());

/** Runs the content script in a tab's top frame now. @throws Error where the browser does not allow it. */
export async function injectScript(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
}
