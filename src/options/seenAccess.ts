const KEY = 'seenAccess';

/** The sites that were seen with access, so that access which is gone can be told from access never given. Stays on this machine. */
export class SeenAccess {
  readonly #seen: Set<string>;

  constructor() {
    this.#seen = new Set(read());
  }

  has(pattern: string): boolean {
    return this.#seen.has(pattern);
  }

  add(pattern: string): void {
    if (this.#seen.has(pattern)) return;
    this.#seen.add(pattern);
    try {
      localStorage.setItem(KEY, JSON.stringify([...this.#seen]));
    } catch {
      // A full or forbidden store costs one word in a list, no more.
    }
  }
}

function read(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
