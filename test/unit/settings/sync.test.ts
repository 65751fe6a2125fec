import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/index.ts';
import type { Settings, SiteMode } from '../../../src/core/settings/types.ts';

type Items = Record<string, unknown>;

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Storage as browsers have it: JSON in, JSON out. */
class Area {
  items: Items = {};
  get = (key?: string): Promise<Items> =>
    Promise.resolve(copy(key === undefined ? this.items : key in this.items ? { [key]: this.items[key] } : {}));
  set = (items: Items): Promise<void> => {
    Object.assign(this.items, copy(items));
    return Promise.resolve();
  };
  remove = (keys: string | string[]): Promise<void> => {
    for (const key of [keys].flat()) delete this.items[key];
    return Promise.resolve();
  };
}

const state = vi.hoisted(() => ({ storage: {} }));
vi.mock('../../../src/platform/browser.ts', () => ({
  browser: {
    get storage() {
      return state.storage;
    },
  },
}));
vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => Promise<unknown>) => work() } });
const { synchronise, syncProblem } = await import('../../../src/platform/settingsSync.ts');

const cloud = new Area();
const managed = new Area();
const locals = { desk: new Area(), home: new Area() };
type Place = keyof typeof locals;

const sites = (rules: Readonly<Record<string, SiteMode>>): Settings['sites'] =>
  Object.entries(rules).map(([pattern, mode]) => ({ pattern, mode }));

/** Acts as one of the reader's two browsers. */
function at(place: Place): void {
  state.storage = { local: locals[place], sync: cloud, managed, onChanged: { addListener: () => undefined } };
}
const settingsAt = (place: Place): Settings => locals[place].items.settings as Settings;
const listedAt = (place: Place): Items =>
  Object.fromEntries(settingsAt(place).sites.map(({ pattern, mode }) => [pattern, mode]));

let clock = 0;
function write(place: Place, parts: Partial<Settings>): void {
  clock += 1;
  const changed = new Date(Date.UTC(2026, 10, 23, 0, clock)).toISOString();
  const before = (locals[place].items.settings as Settings | undefined) ?? { ...DEFAULT_SETTINGS, sync: true };
  locals[place].items.settings = copy({ ...before, ...parts, changed });
}
async function sync(...places: Place[]): Promise<void> {
  for (const place of places) {
    at(place);
    await synchronise();
  }
}

beforeEach(() => {
  for (const area of [cloud, managed, locals.desk, locals.home]) area.items = {};
});

describe('two browsers of one reader', () => {
  it('come to the same settings, whatever each changed', async () => {
    write('desk', { sites: sites({ 'a.com': 'on', 'b.com': 'on' }) });
    write('home', { sites: sites({ 'c.com': 'off' }) });
    await sync('desk', 'home', 'desk');
    expect(listedAt('desk')).toEqual({ 'a.com': 'on', 'b.com': 'on', 'c.com': 'off' });
    expect(listedAt('home')).toEqual(listedAt('desk'));

    write('desk', { sites: settingsAt('desk').sites.filter(({ pattern }) => pattern !== 'a.com') });
    write('home', { defaultMode: 'ask', sites: [...settingsAt('home').sites, ...sites({ 'd.com': 'ask' })] });
    await sync('home', 'desk', 'home');
    for (const place of ['desk', 'home'] as const) {
      expect(listedAt(place)).toEqual({ 'b.com': 'on', 'c.com': 'off', 'd.com': 'ask' });
      expect(settingsAt(place).defaultMode).toBe('ask');
    }
  });

  it('settle the same setting by the later change, whichever browser is online first', async () => {
    write('desk', { sites: sites({ 'a.com': 'on' }) });
    await sync('desk');
    write('home', {});
    await sync('home');
    write('home', { sites: sites({ 'a.com': 'off' }) });
    write('desk', { sites: sites({ 'a.com': 'ask' }) });
    await sync('desk', 'home', 'desk');
    expect(listedAt('desk')).toEqual({ 'a.com': 'ask' });
    expect(listedAt('home')).toEqual({ 'a.com': 'ask' });
  });

  it('write nothing when nothing changed', async () => {
    write('desk', { sites: sites({ 'a.com': 'on' }) });
    await sync('desk');
    const set = vi.spyOn(cloud, 'set');
    const saved = vi.spyOn(locals.desk, 'set');
    await sync('desk', 'desk');
    expect(set).not.toHaveBeenCalled();
    expect(saved).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('send nothing about when a site was used', async () => {
    write('desk', { sites: [{ pattern: 'a.com', mode: 'on', used: '2025-01-31T17:00:00.000Z' }] });
    await sync('desk');
    expect(JSON.stringify(cloud.items)).not.toContain('17:00');
  });
});

describe('nothing is synchronised', () => {
  it('unless the reader wants it', async () => {
    write('desk', { sync: false });
    await sync('desk');
    expect(cloud.items).toEqual({});
  });

  it('when an administrator forbids it', async () => {
    write('desk', {});
    managed.items = { allowSync: false };
    await sync('desk');
    expect(cloud.items).toEqual({});
  });

  it('over the settings of a newer version', async () => {
    write('desk', {});
    cloud.items = { settings: { stamp: 'x', parts: 0, settings: { version: 99, moods: ['calm'] } } };
    const before = copy(cloud.items);
    await sync('desk');
    expect(cloud.items).toEqual(before);
    expect(await syncProblem()).toBe('newer-version');
  });

  it('when it is more than browsers take, which is said, and said no more when it fits', async () => {
    write('desk', {
      sites: sites(Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`a${i}.example.com`, 'on']))),
    });
    await sync('desk');
    expect(cloud.items).toEqual({});
    expect(await syncProblem()).toBe('too-large');
    write('desk', { sites: sites({ 'a.com': 'on' }) });
    await sync('desk');
    expect(await syncProblem()).toBeNull();
  });

  it('from items that are still arriving', async () => {
    write('home', { sites: sites({ 'a.com': 'on' }) });
    await sync('home');
    const { 'sites-0': late, ...early } = cloud.items;
    cloud.items = early;
    write('desk', { sites: sites({ 'b.com': 'on' }) });
    await sync('desk');
    expect(cloud.items).toEqual(early);
    cloud.items = { ...early, 'sites-0': late };
    await sync('desk');
    expect(listedAt('desk')).toEqual({ 'a.com': 'on', 'b.com': 'on' });
  });

  it('of what the browser refuses, and the refusal is said', async () => {
    write('desk', {});
    vi.spyOn(cloud, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await sync('desk');
    expect(await syncProblem()).toEqual({ message: 'QUOTA_BYTES quota exceeded' });
    vi.restoreAllMocks();
  });
});
