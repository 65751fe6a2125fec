import { callMessage } from '../protocol/rpc.ts';

/** The browser's own API, without the library that the rest of this folder uses: it would be most of a script of three lines. */
declare const browser: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Wakes the background, which opens the packs where the site is on. Who asks for settings afterwards finds it awake. */
export function wakeBackground(): void {
  browser.runtime.sendMessage(callMessage('background', 'hello', undefined)).catch(() => undefined);
}
