/** The browser's private files, in memory. `fail` makes the next steps of a write fail, as a full disk or a killed worker does. */
export class FakeFiles {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  fail: 'no files' | 'no room' | 'killed while writing' | null = null;
  reads = 0;

  readonly storage = {
    getDirectory: async () => {
      await Promise.resolve();
      if (this.fail === 'no files') throw new DOMException('The operation is insecure.', 'SecurityError');
      return { getDirectoryHandle: () => Promise.resolve(this.#folder) };
    },
  };

  #handle(name: string) {
    return {
      kind: 'file' as const,
      name,
      getFile: async () => {
        await Promise.resolve();
        const content = this.files.get(name);
        if (content === undefined) throw new DOMException('gone', 'NotFoundError');
        this.reads++;
        return new Blob([content]);
      },
      createWritable: async () => {
        await Promise.resolve();
        let written = new Uint8Array();
        return {
          write: async (bytes: Uint8Array<ArrayBuffer>) => {
            await Promise.resolve();
            if (this.fail === 'no room') throw new DOMException('full', 'QuotaExceededError');
            if (this.fail === 'killed while writing') await new Promise(() => undefined);
            written = bytes.slice();
          },
          close: async () => {
            await Promise.resolve();
            this.files.set(name, written);
          },
          abort: async () => Promise.resolve(),
        };
      },
    };
  }

  readonly #folder = {
    values: () => {
      const handles = [...this.files.keys()].map((name) => this.#handle(name));
      return (async function* () {
        await Promise.resolve();
        yield* handles;
      })();
    },
    getFileHandle: async (name: string) => {
      await Promise.resolve();
      // As browsers do: the file is there, empty, before anything is written.
      if (!this.files.has(name)) this.files.set(name, new Uint8Array());
      return this.#handle(name);
    },
    removeEntry: async (name: string) => {
      await Promise.resolve();
      this.files.delete(name);
    },
  };
}
