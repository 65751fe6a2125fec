import { removeOwnPack } from '../../platform/ownPacks.ts';

const STORE = 'verbatim-deleted-packs';
/** How long a deleted pack can be brought back, in ms. */
export const UNDO_TIME = 12_000;

/** Packs that were deleted and can still be brought back. The list outlives the page, so that none is kept for ever. */
export const deletedPacks = (): readonly string[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string') : [];
  } catch {
    return [];
  }
};

export function markDeleted(key: string): void {
  localStorage.setItem(STORE, JSON.stringify([...new Set([...deletedPacks(), key])]));
}

export function bringBack(key: string): void {
  localStorage.setItem(STORE, JSON.stringify(deletedPacks().filter((each) => each !== key)));
}

/** Deletes for good what is still marked. */
export async function emptyTrash(keys: readonly string[] = deletedPacks()): Promise<void> {
  for (const key of keys) {
    if (!deletedPacks().includes(key)) continue;
    await removeOwnPack(key);
    bringBack(key);
  }
}
