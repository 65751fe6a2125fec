import { t } from '../../platform/i18n.ts';
import { callBackground } from '../../platform/messages.ts';
import { ownPackFile, ownPackNotes, roomLeft, sweepOwnPacks, type OwnPackNote } from '../../platform/ownPacks.ts';
import { fill, h } from '../../ui/dom.ts';
import { button, redraw } from '../controls.ts';
import { mountImport } from '../import/index.ts';
import { shownBytes } from '../import/numbers.ts';
import { packView, type ListedPack } from './packView.ts';
import { searchView } from './search.ts';
import { bringBack, deletedPacks, emptyTrash, markDeleted, UNDO_TIME } from './trash.ts';

/** The part of the options page that lists the packs, looks inside them, and adds new ones. */
export async function mountPacks(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const shelf = new Shelf(signal);
  const adding = h('section', { class: 'box import' });
  fill(root, shelf.view, searchView(signal), adding);
  mountImport(adding, signal, { taken: () => shelf.packs, changed: () => shelf.changed() });
  await emptyTrash().catch(() => undefined);
  await sweepOwnPacks().catch(() => undefined);
  await shelf.changed();
}

class Shelf {
  readonly #list = h('ul', { class: 'plain-list packs' });
  readonly #status = h('div', { role: 'status' });
  readonly #storage = h('p', { class: 'soft' });
  readonly #signal: AbortSignal;
  readonly view = h(
    'section',
    { class: 'section' },
    h('h2', null, t('packsTitle')),
    h('p', null, t('packsLead')),
    this.#list,
    this.#status,
    this.#storage,
  );
  packs: readonly ListedPack[] = [];

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** The private files have changed: the background opens them anew, and the list is drawn. */
  async changed(): Promise<void> {
    await callBackground('packsChanged');
    await this.draw();
  }

  async draw(): Promise<void> {
    const [answer, notes, room] = await Promise.all([
      callBackground('packs'),
      ownPackNotes().catch(() => []),
      roomLeft().catch(() => ({ used: 0, allowed: 0 })),
    ]);
    if (this.#signal.aborted) return;
    if (!answer.ok) return fill(this.#list, h('li', { class: 'problem' }, t('packsUnavailable', answer.error)));
    const gone = new Set(deletedPacks());
    const noteOf = (pack: ListedPack) => (pack.bundled ? undefined : notes.find((note) => note.id === pack.id));
    this.packs = answer.value.packs.filter((pack) => !gone.has(noteOf(pack)?.key ?? ''));
    redraw(this.#list, () =>
      fill(
        this.#list,
        this.packs.map((pack) => this.#packOf(pack, noteOf(pack))),
      ),
    );
    this.#storage.textContent = t('packsStorage', shownBytes(room.used), shownBytes(room.allowed));
  }

  #packOf(pack: ListedPack, note: OwnPackNote | undefined): HTMLElement {
    return packView(pack, {
      turn: (on) => void callBackground('setPack', { id: pack.id, on }),
      save: note === undefined ? null : () => void savePack(note),
      remove: note === undefined ? null : () => void this.#remove(pack, note),
    });
  }

  /** Out of the list and out of every search at once; out of the files when the time for undoing is over. */
  async #remove(pack: ListedPack, note: OwnPackNote): Promise<void> {
    markDeleted(note.key);
    await callBackground('setPack', { id: pack.id, on: false });
    await this.draw();
    const over = setTimeout(() => {
      fill(this.#status);
      void emptyTrash([note.key]).then(async () => {
        await callBackground('setPack', { id: pack.id, on: true });
        await this.changed();
      });
    }, UNDO_TIME);
    const undo = async () => {
      clearTimeout(over);
      bringBack(note.key);
      if (pack.on) await callBackground('setPack', { id: pack.id, on: true });
      fill(this.#status);
      await this.draw();
    };
    fill(
      this.#status,
      h(
        'div',
        { class: 'line' },
        h('span', null, t('packsDeleted', pack.name)),
        button(t('packsUndo'), 'pack-undo', () => void undo()),
      ),
    );
  }
}

async function savePack(note: OwnPackNote): Promise<void> {
  const file = await ownPackFile(note.key);
  if (file === null) return;
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${note.id}.vpack`;
  link.click();
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
