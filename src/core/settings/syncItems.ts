import { fail, ok, type Result } from '../result.ts';
import { readSettings, type ReadSettings } from './read.ts';
import { isRecord } from './repair.ts';
import { formatSiteList, parseSiteList } from './siteList.ts';
import type { Settings } from './types.ts';

/** What browsers let an extension synchronise, in bytes of JSON with the item's name: 8,192 an item, 102,400 in all; a margin is left. */
const ITEM_BYTES = 7_800;
const TOTAL_BYTES = 100_000;

const HEAD = 'settings';
const PART = /^sites-(\d{1,3})$/u;

/**
 * The settings as items for the browser's synchronised storage: one head, and the sites as the text of their list, cut at line ends. All
 * carry one stamp, because items arrive one by one: a set with two stamps is not complete yet. Fails when it is more than
 * browsers synchronise. When a site was last used never leaves the machine.
 */
export function toSyncItems(settings: Settings): Result<Record<string, unknown>> {
  const head = Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'sites' && name !== 'sync'));
  const parts = cut(formatSiteList(settings.sites));
  const stamp = settings.changed ?? '';
  const items: Record<string, unknown> = { [HEAD]: { stamp, parts: parts.length, settings: head } };
  for (const [index, text] of parts.entries()) items[`sites-${index}`] = { stamp, text };
  const bytes = Object.entries(items).map(([name, value]) => byteLength(name) + byteLength(JSON.stringify(value)));
  if (bytes.some((size) => size > 8_192) || bytes.reduce((sum, size) => sum + size, 0) > TOTAL_BYTES)
    return fail('too-large');
  return ok(items);
}

/** The names of items that a smaller set has left behind. */
export function staleItems(
  stored: Readonly<Record<string, unknown>>,
  items: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(stored).filter((name) => PART.test(name) && !Object.hasOwn(items, name));
}

/** The settings that the items hold; null when there are none, or not all have arrived yet. */
export function fromSyncItems(items: Readonly<Record<string, unknown>>): ReadSettings | null {
  const head = items[HEAD];
  if (!isRecord(head) || typeof head.parts !== 'number' || !isRecord(head.settings)) return null;
  let list = '';
  for (let index = 0; index < Math.min(head.parts, 512); index++) {
    const part = items[`sites-${index}`];
    if (!isRecord(part) || part.stamp !== head.stamp || typeof part.text !== 'string') return null;
    list += part.text;
  }
  const { rules } = parseSiteList(list, 'on');
  return readSettings({ ...head.settings, sites: rules, sync: true });
}

function cut(list: string): string[] {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const line of list.split(/(?<=\n)/u)) {
    const bytes = byteLength(JSON.stringify(line));
    if (size + bytes > ITEM_BYTES) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += line;
    size += bytes;
  }
  return part === '' ? parts : [...parts, part];
}

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;
