import { HIDDEN_BATCH, HIDDEN_UNITS } from '../protocol/contract.ts';
import { callBackground } from '../platform/messages.ts';
import type { Entry } from './entries.ts';

/** What a quotation is known by here: its beginning, as one long enough to be cut has no double. */
const textOf = (entry: Entry): string => entry.quotation.text.slice(0, HIDDEN_UNITS);

/** The quotations that the reader has hidden on this site. The background remembers them; in a private window only this page does. */
export class Hidden {
  readonly #texts = new Set<string>();
  readonly #asked = new Set<string>();

  get texts(): readonly string[] {
    return [...this.#texts];
  }

  has(entry: Entry): boolean {
    return this.#texts.has(textOf(entry));
  }

  hide(entry: Entry): void {
    this.#set(textOf(entry), true);
  }

  show(entry: Entry): void {
    this.#set(textOf(entry), false);
  }

  /** Asks for the quotations that have not been asked for yet. Without an answer they are shown. */
  async recall(entries: readonly Entry[]): Promise<void> {
    const fresh = [...new Set(entries.map(textOf))].filter((text) => !this.#asked.has(text));
    for (let from = 0; from < fresh.length; from += HIDDEN_BATCH) {
      const texts = fresh.slice(from, from + HIDDEN_BATCH);
      const answer = await callBackground('hidden', { texts });
      if (!answer.ok) return;
      for (const [index, text] of texts.entries()) {
        // Hidden or shown while the answer was on its way.
        if (this.#asked.has(text)) continue;
        this.#asked.add(text);
        const hidden = answer.value.hidden?.[index];
        if (hidden === true) this.#texts.add(text);
        else if (hidden === false) this.#texts.delete(text);
      }
    }
  }

  /** All is asked for again: the reader may have changed it elsewhere. */
  askAgain(): void {
    this.#asked.clear();
  }

  clear(): void {
    this.#texts.clear();
    this.#asked.clear();
  }

  #set(text: string, hidden: boolean): void {
    if (hidden) this.#texts.add(text);
    else this.#texts.delete(text);
    this.#asked.add(text);
    void callBackground('setHidden', { text, hidden });
  }
}
