import type { ReadingSettings, Settings } from '../../core/settings/types.ts';
import { t } from '../../platform/i18n.ts';
import { fill, h } from '../../ui/dom.ts';
import { card, redraw } from '../controls.ts';
import { managedNote } from '../sites/otherSites.ts';
import type { Store } from '../store.ts';
import { hiddenCard } from './hidden.ts';
import { readingFields, toggled } from './fields.ts';
import { Preview } from './preview.ts';

/** The section "Reading": how pages are read and marked on every site that makes no choice of its own. */
export function mountReading(root: HTMLElement, signal: AbortSignal, store: Store): void {
  const set = <K extends keyof ReadingSettings>(name: K, value: ReadingSettings[K] | undefined): void => {
    if (value !== undefined) void store.change((settings) => withReading(settings, { [name]: value }));
  };
  const update = <K extends 'hidden' | 'packs'>(
    name: K,
    next: (now: NonNullable<ReadingSettings[K]>) => ReadingSettings[K],
  ): void =>
    void store.change((settings) => withReading(settings, { [name]: next((settings.reading[name] ?? []) as never) }));
  const preview = new Preview(
    (verdict, shown) => update('hidden', (hidden) => toggled(hidden, verdict, !shown)),
    signal,
  );
  const fields = h('div');
  fill(
    root,
    card(t('optionsReadingHead'), h('p', { class: 'soft' }, t('optionsReadingHint')), fields),
    card(t('optionsMarks'), h('p', { class: 'soft' }, t('optionsMarksHint')), preview.root),
    hiddenCard((text) => store.say(text), signal),
  );
  const draw = (): void => {
    const { holding, managed } = store.state;
    const locked = Object.keys(managed.reading);
    redraw(root, () => {
      fill(
        fields,
        readingFields({
          scope: 'all',
          inherited: null,
          own: holding.reading,
          locked,
          packs: store.packs,
          change: set,
          update,
        }),
        locked.length === 0 ? null : managedNote(),
      );
      preview.draw(holding.reading, locked.includes('hidden'));
    });
  };
  store.subscribe(draw, signal);
  draw();
}

const withReading = (settings: Settings, choice: Partial<ReadingSettings>): Settings => ({
  ...settings,
  reading: { ...settings.reading, ...choice },
});
