import { t } from '../platform/i18n.ts';
import { setBadge } from '../platform/toolbar.ts';
import type { BackgroundApi } from '../protocol/contract.ts';

type Counts = Parameters<BackgroundApi['badge']>[0];

/** More characters than these do not fit on a toolbar button. */
const ROOM = 5;

/** What a tab's button says: matched and checked; how many wait for a click; nothing where there are no quotations, or it is off. */
export function badgeOf({ state, found, checked, matched }: Counts): { readonly text: string; readonly title: string } {
  switch (state) {
    case 'working':
      return { text: '', title: t('badgeWorking') };
    case 'asking':
      return found === 0
        ? { text: '', title: t('badgeNothing') }
        : { text: String(found), title: t('badgeAsking', found) };
    case 'ready': {
      if (checked === 0) return { text: '', title: t('badgeNothing') };
      const both = `${matched}/${checked}`;
      return { text: both.length > ROOM ? String(matched) : both, title: t('badgeChecked', matched, checked) };
    }
    case 'off':
      return { text: '', title: t('badgeOff') };
  }
}

/** Shows a tab's numbers. A tab that has gone meanwhile is no error. */
export async function showBadge(tabId: number, counts: Counts): Promise<void> {
  const { text, title } = badgeOf(counts);
  await setBadge(tabId, text, title).catch(() => undefined);
}
