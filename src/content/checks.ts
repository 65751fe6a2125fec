import type { Finding, Query, Searched } from '../core/matching/types.ts';
import { callBackground } from '../platform/messages.ts';
import { queryKey, type Entry } from './entries.ts';

/** What one call may carry; the background refuses more. */
const BATCH = 64;
/** The first answers should come soon: what the reader sees is asked for in a small batch of its own. */
const FIRST_BATCH = 12;
/** Answers kept for pages that are read again and again. */
const KEPT = 2000;

export interface CheckEvents {
  /** Some entries have got their finding. */
  readonly answered: () => void;
  readonly failed: (error: string) => void;
}

/** Asks the background for findings, what is visible first, and remembers the answers for this page. */
export class Checks {
  readonly #events: CheckEvents;
  readonly #known = new Map<string, Finding>();
  searched: Searched | null = null;

  constructor(events: CheckEvents) {
    this.#events = events;
  }

  /** Forgets all answers: other packs, or other settings, may answer differently. */
  forget(): void {
    this.#known.clear();
  }

  /** Gives entries the answers that are known; answers whether all have one now. */
  recall(entries: readonly Entry[]): boolean {
    let complete = true;
    for (const entry of entries) {
      if (entry.finding !== null || entry.query === null) continue;
      const known = this.#known.get(queryKey(entry.query));
      if (known === undefined) complete = false;
      else entry.finding = { ...known, id: entry.id };
    }
    return complete;
  }

  /**
   * Asks for every entry without a finding, and takes the answers once `hidden` has settled. Ends early when the signal aborts or
   * the background can't be reached.
   */
  async run(entries: readonly Entry[], hidden: Promise<void>, signal: AbortSignal): Promise<void> {
    const waiting = byNearness(entries.filter((entry) => entry.finding === null && entry.query !== null));
    for (let at = 0; at < waiting.length && !signal.aborted;) {
      const batch = waiting.slice(at, at + (at === 0 ? FIRST_BATCH : BATCH));
      at += batch.length;
      const answer = await callBackground(
        'check',
        batch.map((entry) => entry.query!),
      );
      await hidden;
      if (signal.aborted) return;
      if (!answer.ok) {
        this.#events.failed(answer.error);
        return;
      }
      this.searched = answer.value.searched;
      this.#take(batch, answer.value.findings);
      this.#events.answered();
    }
  }

  #take(batch: readonly Entry[], findings: readonly Finding[]): void {
    const byId = new Map(findings.map((finding) => [finding.id, finding]));
    for (const entry of batch) {
      const finding = byId.get(entry.id);
      if (finding === undefined) continue;
      entry.finding = finding;
      // Packs that are still being prepared will answer the next time.
      if (finding.reason !== 'no-packs') this.#remember(entry.query!, finding);
    }
  }

  #remember(query: Query, finding: Finding): void {
    if (this.#known.size >= KEPT) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(queryKey(query), finding);
  }
}

/** Most quotations whose place on the screen is looked up; beyond it they come in the page's order. */
const PLACED = 300;

/** In the order of their distance from the middle of the viewport. */
function byNearness(entries: readonly Entry[]): Entry[] {
  const middle = innerHeight / 2;
  const distance = new Map<Entry, number>();
  for (const entry of entries.slice(0, PLACED)) {
    const box = entry.ranges[0]?.getBoundingClientRect();
    distance.set(entry, box === undefined ? Number.MAX_VALUE : Math.abs(box.top - middle));
  }
  return [...entries].sort((a, b) => (distance.get(a) ?? Number.MAX_VALUE) - (distance.get(b) ?? Number.MAX_VALUE));
}
