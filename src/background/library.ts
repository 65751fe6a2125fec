import { matchQuotations, searchedIn } from '../core/matching/index.ts';
import type { Finding, Query, Searched } from '../core/matching/types.ts';
import { memoryBytes, openPack, preparePack, type Pack } from '../core/packs/index.ts';
import type { BundledPackEntry, ByteSource, PackTurn, SourceInfo } from '../core/packs/types.ts';
import type { Settings } from '../core/settings/types.ts';
import { extensionVersion } from '../platform/browser.ts';
import {
  bundledBytes,
  bundledPacks,
  storedPacks,
  storePack,
  sweepPacks,
  removePack,
  type StoredPack,
} from '../platform/packs.ts';
import type { BackgroundApi } from '../protocol/contract.ts';
import type { Answer } from '../protocol/rpc.ts';
import { rehearse } from './rehearsal.ts';

type Listed = Answer<BackgroundApi, 'packs'>['packs'][number];

/** A pack that is known to be there. It is opened when it is first searched. */
interface Shelf {
  readonly bundled: boolean;
  /** Searched only when the reader has switched it on. */
  readonly offAtFirst: boolean;
  /** The pack's id; for the reader's own packs known only once it is open. */
  readonly id: string | null;
  open(): Promise<Pack>;
  /** Why it can't be opened, once that was tried. */
  error: string | null;
}

/** Which packs to search: those that are on, and of them only those that a site names, when it names some. */
export interface Choice {
  readonly settings: Pick<Settings, 'packsOff' | 'packsOn'>;
  readonly only: readonly string[] | null;
}

/**
 * The packs. Found and opened on the first question after a wake, and kept until the worker sleeps: nothing here can be lost.
 *
 * A bundled pack is opened from the private file made of it at installation. Where there is none yet it is made now; where
 * none can be made (no private files, no room) the packaged file is prepared in memory on every wake, which is slower and
 * otherwise the same. A pack that can't be opened leaves the others working, and the list of packs says why.
 */
export class Library {
  #shelves: Promise<readonly Shelf[]> | null = null;
  /** Once a wake: what has run is compiled. */
  #rehearsed = false;

  /** Forgets what is open: packs were added, removed or replaced. */
  reset(): void {
    this.#shelves = null;
  }

  /** Prepares the bundled packs that are on, and sweeps away the files of earlier versions. */
  async install(settings: Choice['settings']): Promise<void> {
    await this.#open({ settings, only: null });
    const current = new Set((await bundledPacks()).map(keyOf));
    await sweepPacks(({ kind, key }) => kind === 'bundled' && !current.has(key)).catch(() => undefined);
  }

  /**
   * Opens what a search will need, ahead of it: a page that asks for its settings asks for findings soon after. The first time
   * after a wake it also rehearses, until somebody asks. Never rejects.
   */
  async warm(choice: Choice, isAsked: () => boolean): Promise<void> {
    try {
      const packs = await this.#open(choice);
      const reading = packs.filter(({ shardCount }) => shardCount > 0).map((pack) => pack.shard(0));
      if (!this.#rehearsed) {
        this.#rehearsed = true;
        await rehearse(packs, isAsked);
      }
      await Promise.all(reading);
    } catch {
      // The search itself will say what is wrong.
      return;
    }
  }

  async check(
    queries: readonly Query[],
    choice: Choice,
  ): Promise<{ findings: readonly Finding[]; searched: Searched }> {
    try {
      return await this.#match(queries, choice);
    } catch {
      // A file that was removed or swept away while it was open: once more with fresh ones.
      this.reset();
      return this.#match(queries, choice);
    }
  }

  async #match(queries: readonly Query[], choice: Choice): Promise<{ findings: Finding[]; searched: Searched }> {
    const packs = await this.#open(choice);
    return { findings: await matchQuotations(queries, packs), searched: searchedIn(packs) };
  }

  async list(settings: Choice['settings']): Promise<readonly Listed[]> {
    const listed: Listed[] = [];
    for (const shelf of await this.#found()) {
      const pack = await opened(shelf);
      const info = pack?.info ?? { ...NOTHING_KNOWN, id: shelf.id ?? '', name: shelf.id ?? '' };
      listed.push({ ...info, on: isOn(shelf, info.id, settings), bundled: shelf.bundled, error: shelf.error });
    }
    return listed;
  }

  async sources(choice: Choice): Promise<readonly (SourceInfo & { pack: string })[]> {
    return (await this.#open(choice)).flatMap((pack) =>
      Array.from({ length: pack.sourceCount }, (_, index) => ({ ...pack.source(index), pack: pack.info.id })),
    );
  }

  /** A source in full, or null when no pack holds it. */
  async sourceText(
    id: string,
    sourceId: string,
  ): Promise<{ source: SourceInfo; pack: string; turns: readonly PackTurn[] } | null> {
    for (const shelf of await this.#found()) {
      if (shelf.id !== null && shelf.id !== id) continue;
      const pack = await opened(shelf);
      if (pack?.info.id !== id) continue;
      for (let index = 0; index < pack.sourceCount; index++) {
        const source = pack.source(index);
        if (source.id === sourceId) return { source, pack: id, turns: await pack.turns(index) };
      }
    }
    return null;
  }

  /** The packs to search, open. Of two with the same id the first holds, and bundled ones come first. */
  async #open({ settings, only }: Choice): Promise<Pack[]> {
    const wanted = (shelf: Shelf, id: string): boolean =>
      isOn(shelf, id, settings) && (only === null || only.includes(id));
    const shelves = (await this.#found()).filter((shelf) => shelf.id === null || wanted(shelf, shelf.id));
    const packs = new Map<string, Pack>();
    const open = await Promise.all(shelves.map(async (shelf) => ({ shelf, pack: await opened(shelf) })));
    for (const { shelf, pack } of open) {
      const id = pack?.info.id;
      if (pack !== null && id !== undefined && wanted(shelf, id) && !packs.has(id)) packs.set(id, pack);
    }
    return [...packs.values()];
  }

  #found(): Promise<readonly Shelf[]> {
    this.#shelves ??= findPacks().catch((error: unknown) => {
      this.#shelves = null;
      throw error;
    });
    return this.#shelves;
  }
}

const NOTHING_KNOWN = {
  version: '',
  size: 0,
  checksum: '',
  coverage: { sources: 0, turns: 0, words: 0, languages: [], speakers: [], from: null, to: null },
};

const isOn = ({ offAtFirst }: Shelf, id: string, { packsOff, packsOn }: Choice['settings']): boolean =>
  offAtFirst ? packsOn.includes(id) : !packsOff.includes(id);

async function opened(shelf: Shelf): Promise<Pack | null> {
  try {
    const pack = await shelf.open();
    shelf.error = null;
    return pack;
  } catch (error) {
    shelf.error = error instanceof Error ? error.message : String(error);
    return null;
  }
}

async function findPacks(): Promise<readonly Shelf[]> {
  const [bundled, stored] = await Promise.all([bundledPacks(), storedPacks().catch(() => [])]);
  return [
    ...bundled.map((entry) => {
      const file = stored.find(({ kind, key }) => kind === 'bundled' && key === keyOf(entry)) ?? null;
      return shelfOf({ bundled: true, offAtFirst: entry.off, id: entry.id }, () => openBundled(entry, file));
    }),
    ...stored
      .filter(({ kind }) => kind === 'own')
      .map((file) => shelfOf({ bundled: false, offAtFirst: false, id: null }, () => openOwn(file))),
  ];
}

/** Opens at most once; what failed may be tried again. */
function shelfOf(facts: Pick<Shelf, 'bundled' | 'offAtFirst' | 'id'>, open: () => Promise<Pack>): Shelf {
  let opening: Promise<Pack> | null = null;
  return {
    ...facts,
    error: null,
    open: () =>
      (opening ??= open().catch((error: unknown) => {
        opening = null;
        throw error;
      })),
  };
}

/** A prepared file is good for one version of the pack and of the code that reads it. */
const keyOf = (entry: BundledPackEntry): string => `${entry.id}-${entry.hash}-${extensionVersion()}`;

async function openBundled(entry: BundledPackEntry, file: StoredPack | null): Promise<Pack> {
  if (file !== null) {
    try {
      return await openBytes(file.bytes);
    } catch {
      await removePack(file.name).catch(() => undefined);
    }
  }
  const prepared = preparePack(await bundledBytes(entry));
  try {
    return await openBytes((await storePack('bundled', keyOf(entry), prepared)).bytes);
  } catch {
    return openBytes(memoryBytes(prepared));
  }
}

/** A pack of the reader's own. One that an older version of the extension prepared is kept as this one prepares it. */
async function openOwn({ key, name, bytes }: StoredPack): Promise<Pack> {
  const renewed: Uint8Array[] = [];
  const pack = await openBytes(bytes, (file) => renewed.push(file));
  for (const file of renewed) {
    try {
      const stored = await storePack('own', key, file);
      if (stored.name !== name) await removePack(name);
    } catch {
      // Without room it stays as it is, and is prepared again after every wake.
    }
  }
  return pack;
}

async function openBytes(bytes: ByteSource, onRenewed?: (file: Uint8Array) => void): Promise<Pack> {
  const pack = await openPack(bytes, onRenewed);
  if (!pack.ok) throw new Error(pack.error);
  return pack.value;
}
