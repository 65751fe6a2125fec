/** The libraries a developer would otherwise pick, over the same sentences. Each answers the index of its best passage, or -1. */
import Fuse from 'fuse.js';
import type { Sentence } from './queries.ts';

export interface Peer {
  readonly name: string;
  /** How many of the quotations are asked: slow ones get a sample. */
  readonly sample: number;
  readonly search: (quote: string) => number;
}

const plain = (text: string): string =>
  text
    .replace(/[’‘]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\u00A0/gu, ' ')
    .replace(/[\u2010-\u2014]/gu, '-');

interface FlexIndex {
  add(id: number, text: string): void;
  search(query: string, options: { limit: number; suggest: boolean }): number[];
}
interface MiniIndex {
  addAll(documents: readonly { id: number; text: string }[]): void;
  search(query: string): { id: number }[];
}

/** A package of test/bench. Its name is no literal, so that the project's types can be checked where the peers are not installed. */
async function peerPackage<T>(
  name: 'flexsearch' | '@leeoniya/ufuzzy' | 'approx-string-match' | 'minisearch',
): Promise<T> {
  // eslint-disable-next-line no-unsanitized/method -- one of the four names above
  return (await import(name)) as T;
}

/** The peers whose packages are installed under test/bench; what is missing is named and left out. */
export async function peers(sentences: readonly Sentence[]): Promise<Peer[]> {
  const texts = sentences.map(({ text }) => plain(text));
  const found: Peer[] = [];
  const tryAdd = async (name: string, make: () => Promise<Peer>): Promise<void> => {
    const started = process.cpuUsage();
    try {
      found.push(await make());
      const { user, system } = process.cpuUsage(started);
      console.log(`  ${name}: built in ${((user + system) / 1e6).toFixed(1)} s CPU`);
    } catch (error) {
      console.log(
        `  ${name}: left out (${error instanceof Error ? error.message.split('\n')[0] : String(error)}); npm install in test/bench`,
      );
    }
  };
  await tryAdd('FlexSearch context', async () => {
    const { default: flexsearch } = await peerPackage<{
      default: { Index: new (options: unknown) => FlexIndex };
    }>('flexsearch');
    const index = new flexsearch.Index({
      tokenize: 'strict',
      context: { depth: 1, resolution: 3, bidirectional: false },
    });
    texts.forEach((text, id) => index.add(id, text));
    return {
      name: 'FlexSearch context',
      sample: Infinity,
      search: (quote) => index.search(plain(quote), { limit: 1, suggest: true }).at(0) ?? -1,
    };
  });
  await tryAdd('uFuzzy', async () => {
    const { default: UFuzzy } = await peerPackage<{
      default: new (options: unknown) => {
        search(texts: readonly string[], quote: string): [number[] | null, unknown, number[] | null];
      };
    }>('@leeoniya/ufuzzy');
    const fuzzy = new UFuzzy({ intraMode: 0 });
    return {
      name: 'uFuzzy',
      sample: 400,
      search: (quote) => {
        const [ids, , order] = fuzzy.search(texts, plain(quote));
        return ids === null ? -1 : (ids[order?.[0] ?? 0] ?? -1);
      },
    };
  });
  await tryAdd('approx-string-match', async () => {
    const { default: search } = await peerPackage<{
      default: (text: string, pattern: string, errors: number) => { start: number; errors: number }[];
    }>('approx-string-match');
    const whole = texts.join('\n');
    const starts: number[] = [];
    let at = 0;
    for (const text of texts) {
      starts.push(at);
      at += text.length + 1;
    }
    return {
      name: 'approx-string-match',
      sample: 48,
      search: (quote) => {
        const exact = whole.indexOf(plain(quote));
        const place =
          exact !== -1
            ? exact
            : search(whole, plain(quote), Math.min(256, quote.length / 4))
                .sort((a, b) => a.errors - b.errors)
                .at(0)?.start;
        return place === undefined ? -1 : starts.findLastIndex((start) => start <= place + 5);
      },
    };
  });
  await tryAdd('MiniSearch', async () => {
    const { default: MiniSearch } = await peerPackage<{ default: new (options: unknown) => MiniIndex }>('minisearch');
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return { name: 'MiniSearch', sample: 48, search: (quote) => index.search(plain(quote)).at(0)?.id ?? -1 };
  });
  await tryAdd('Fuse', () => {
    const fuse = new Fuse(texts, { ignoreLocation: true, threshold: 0.4, includeScore: true });
    return Promise.resolve({
      name: 'Fuse',
      sample: 2,
      search: (quote: string) => fuse.search(plain(quote), { limit: 1 }).at(0)?.refIndex ?? -1,
    });
  });
  return found;
}
