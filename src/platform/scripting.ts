import { browser } from './browser.ts';

/** The content script, in the package. */
const SCRIPT = 'content/index.js';

/** Sent at the start of a page, to wake the background. */
const WAKE = 'content/wake.js';

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
  const scripts = wanted.map(scriptsOf);
  const registered = await browser.scripting.getRegisteredContentScripts();
  const standing = new Set(
    registered.filter((script) => scripts.flat().some((one) => sameScript(script, one))).map(({ id }) => id),
  );
  const stale = registered.map(({ id }) => id).filter((id) => !standing.has(id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const refused: string[] = [];
  for (const both of scripts) {
    const missing = both.filter(({ id }) => !standing.has(id));
    if (missing.length === 0) continue;
    try {
      await browser.scripting.registerContentScripts(missing);
    } catch (error) {
      refused.push(`${both[0].id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (refused.length > 0) throw new Error(refused.join('\n'));
}

type Script = browser.Scripting.RegisteredContentScript;

/** The scripts of a registration's pages. */
function scriptsOf({ id, matches, excludeMatches }: Registration): Script[] {
  const script = (name: string, file: string, runAt: Script['runAt']): Script => ({
    id: name,
    js: [file],
    matches: [...matches],
    ...(excludeMatches.length === 0 ? {} : { excludeMatches: [...excludeMatches] }),
    runAt,
    allFrames: false,
    persistAcrossSessions: true,
  });
  return [script(id, SCRIPT, 'document_idle'), script(`wake ${id}`, WAKE, 'document_start')];
}

const sameScript = (script: Script, one: Script): boolean =>
  script.id === one.id &&
  script.js?.length === 1 &&
  script.js[0].endsWith(one.js![0]) &&
  sameList(script.matches, one.matches) &&
  sameList(script.excludeMatches, one.excludeMatches);

/** Browsers hand patterns back in an order of their own. */
const sameList = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** Runs the content script in a tab's top frame now. @throws Error where the browser does not allow it. */
export async function injectScript(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
}
