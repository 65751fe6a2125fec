import { fail, type Result } from '../core/result.ts';
import type { Announcement, BackgroundApi, BackgroundCall, ContentApi, ContentCall } from '../protocol/contract.ts';
import {
  callMessage,
  carryOut,
  isAnswer,
  readAnnouncement,
  readCall,
  readResult,
  type Answer,
  type AnnouncementMessage,
  type Arg,
  type Handlers,
} from '../protocol/rpc.ts';
import { browser, contextIsAlive } from './browser.ts';

/** Where a call comes from. `page` is one of the extension's own pages, `content` its script in a web page. */
export type Caller =
  | { readonly kind: 'page' }
  | { readonly kind: 'content'; readonly tabId: number; readonly url: string; readonly private: boolean };

async function answerOf<T>(asking: Promise<unknown>): Promise<Result<T>> {
  try {
    return readResult<T>(await asking);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const NO_ANSWER = 'No answer.';

/** Calls that would do their work twice when asked again. */
const ONCE: ReadonlySet<BackgroundCall> = new Set(['openSource']);

/** Waits (ms) before a background that gave no answer is asked again: it is being woken, or a new version takes its place. */
const ASK_AGAIN_MS = [0, 300, 1_000, 3_000];

/**
 * Asks the background, waking it when it sleeps. Never rejects. A background that was stopped in the middle of its work is
 * woken and asked again, a few times at most: it keeps nothing, so a later answer is as good.
 */
export async function callBackground<K extends BackgroundCall>(
  call: K,
  ...[arg]: Arg<BackgroundApi, K>
): Promise<Result<Answer<BackgroundApi, K>>> {
  let why = NO_ANSWER;
  const ask = (): Promise<unknown> =>
    browser.runtime.sendMessage(callMessage('background', call, arg)).catch((error: unknown) => {
      why = error instanceof Error ? error.message : String(error);
      return undefined;
    });
  let answer = await ask();
  for (const wait of ASK_AGAIN_MS) {
    if (isAnswer(answer) || ONCE.has(call) || !contextIsAlive()) break;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    answer = await ask();
  }
  return isAnswer(answer) ? readResult(answer) : fail(why);
}

/** Asks the content script of a tab's top frame. A failure means that none runs there. Never rejects. */
export function callContent<K extends ContentCall>(
  tabId: number,
  call: K,
  ...[arg]: Arg<ContentApi, K>
): Promise<Result<Answer<ContentApi, K>>> {
  return answerOf(browser.tabs.sendMessage(tabId, callMessage('content', call, arg), { frameId: 0 }));
}

/** Who sent a message, or null for anybody but this extension. */
function callerOf(sender: browser.Runtime.MessageSender): Caller | null {
  if (sender.id !== browser.runtime.id) return null;
  const url = sender.url ?? '';
  if (url.startsWith(browser.runtime.getURL(''))) return { kind: 'page' };
  if (sender.tab?.id === undefined || (sender.frameId ?? 0) !== 0) return null;
  return { kind: 'content', tabId: sender.tab.id, url, private: sender.tab.incognito };
}

/**
 * Answers the background's calls. `admit` decides, before anything else happens, whether this caller may make this call with this
 * argument: it answers the checked argument, or why not.
 */
export function serveBackground(
  handlers: Handlers<BackgroundApi, Caller>,
  admit: (call: string, arg: unknown, caller: Caller) => Result<unknown>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
    const call = readCall(message, 'background');
    if (call === null) return undefined;
    const caller = callerOf(sender);
    if (caller === null) return Promise.resolve(fail('This caller is not known.'));
    const admitted = admit(call.call, call.arg, caller);
    return admitted.ok ? carryOut(handlers, { ...call, arg: admitted.value }, caller) : Promise.resolve(admitted);
  });
}

/** Answers the content script's calls, which only this extension can make, until the signal aborts. */
export function serveContent(handlers: Handlers<ContentApi, null>, signal: AbortSignal): void {
  const listener = (message: unknown, sender: browser.Runtime.MessageSender): Promise<unknown> | undefined => {
    const call = readCall(message, 'content');
    if (call === null || sender.id !== browser.runtime.id) return undefined;
    return carryOut(handlers, call, null);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage?.removeListener(listener));
}

/** Tells the extension's open pages that something changed on this page. Nobody may be listening. */
export function announce(announcement: Announcement): void {
  const message: AnnouncementMessage = { verbatim: 1, to: 'pages', announcement };
  void answerOf(browser.runtime.sendMessage(message));
}

/** `tabId` is the announcing page's tab, null when an extension page announced. */
export function onAnnouncement(heard: (announcement: Announcement, tabId: number | null) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
    const announcement = readAnnouncement(message);
    if (announcement !== null && sender.id === browser.runtime.id) heard(announcement, sender.tab?.id ?? null);
    return undefined;
  });
}
