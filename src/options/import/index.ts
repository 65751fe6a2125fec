import { FILE_ENDINGS } from '../../core/packs/importers/detect.ts';
import type { ColumnMapping } from '../../core/packs/importers/types.ts';
import { t } from '../../platform/i18n.ts';
import { removeOwnPack, roomLeft } from '../../platform/ownPacks.ts';
import { clearStaging, stagedFiles } from '../../platform/staging.ts';
import { fill, h } from '../../ui/dom.ts';
import { button } from '../controls.ts';
import { aboutForm } from './form.ts';
import type { Choices, FromWorker } from './messages.ts';
import { shownBytes, shownCount } from './numbers.ts';
import { columnChoices, previewList } from './previewView.ts';
import { ImportTask } from './task.ts';

export interface ImportHost {
  /** Ids and names of the packs that are there. */
  taken(): readonly { readonly id: string; readonly name: string }[];
  /** Packs were added or taken out: list them anew. */
  changed(): Promise<void>;
}

type Progress = Extract<FromWorker, { kind: 'progress' }>;

const NOTHING_CHOSEN: Choices = { columns: {}, defaults: {} };

/** The part of the options page where files become a pack: choose or drop, look at what was read, name it, add it, undo. */
export function mountImport(root: HTMLElement, signal: AbortSignal, host: ImportHost): void {
  new Import(root, signal, host).begin();
}

class Import {
  readonly #stage = h('div', { class: 'import-stage' });
  /** Changes many times a second while work is under way, so it is not read aloud; results are. */
  readonly #status = h('div', { class: 'import-status' });
  /** What became of each thing that was added, until the next choice. */
  readonly #results = h('div', { role: 'status', class: 'import-status import-results' });
  /** What the reader answered, kept while the same files are read again. */
  #form = aboutForm();
  #columns: ColumnMapping = {};
  readonly #task: ImportTask;
  readonly #host: ImportHost;
  readonly #root: HTMLElement;
  readonly #signal: AbortSignal;

  constructor(root: HTMLElement, signal: AbortSignal, host: ImportHost) {
    this.#root = root;
    this.#signal = signal;
    this.#host = host;
    this.#task = new ImportTask((message) => void this.#hear(message), signal);
  }

  begin(): void {
    const picker = h('input', {
      type: 'file',
      multiple: true,
      class: 'spoken',
      tabindex: -1,
      'aria-hidden': 'true',
      accept: [...FILE_ENDINGS, '.vpack'].join(','),
      'data-field': 'import-files',
      onchange: () => {
        this.#take([...(picker.files ?? [])]);
        picker.value = '';
      },
    });
    fill(
      this.#root,
      h('h2', null, t('importTitle')),
      h('p', null, t('importLead')),
      h('p', { class: 'soft' }, t('importFormats')),
      h(
        'div',
        { class: 'line' },
        button(t('importChoose'), 'import-choose', () => picker.click(), 'primary'),
        picker,
      ),
      this.#status,
      this.#results,
      this.#stage,
    );
    this.#listenForDrops();
    void this.#offerToGoOn();
  }

  #listenForDrops(): void {
    const options = { signal: this.#signal };
    addEventListener(
      'dragover',
      (event) => {
        if (event.dataTransfer?.types.includes('Files') !== true || this.#root.closest('[hidden]') !== null) return;
        event.preventDefault();
        this.#root.classList.add('dropping');
      },
      options,
    );
    addEventListener('dragleave', () => this.#root.classList.remove('dropping'), options);
    addEventListener(
      'drop',
      (event) => {
        this.#root.classList.remove('dropping');
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0 || this.#root.closest('[hidden]') !== null) return;
        event.preventDefault();
        this.#take(files);
      },
      options,
    );
  }

  /** Files of an import that was broken off are still kept: go on, or discard them. */
  async #offerToGoOn(): Promise<void> {
    const kept = await stagedFiles().catch(() => []);
    if (kept.length === 0) return;
    fill(
      this.#stage,
      h('p', { class: 'note' }, t('importResume', shownCount(kept.length))),
      h(
        'div',
        { class: 'line' },
        button(t('importResumeGo'), 'import-resume', () =>
          this.#task.start({ kind: 'preview', choices: NOTHING_CHOSEN }),
        ),
        button(t('importResumeDrop'), 'import-discard', () => void this.#discard(), 'plain'),
      ),
    );
  }

  #take(files: readonly File[]): void {
    if (files.length === 0) return;
    fill(this.#stage);
    fill(this.#results);
    this.#form = aboutForm();
    this.#columns = {};
    const packs = files.filter((file) => file.name.toLowerCase().endsWith('.vpack'));
    const others = files.filter((file) => !packs.includes(file));
    for (const file of packs) this.#task.start({ kind: 'add', file, taken: this.#host.taken().map(({ id }) => id) });
    if (others.length > 0) void this.#read(others);
  }

  async #read(files: readonly File[]): Promise<void> {
    this.#showProgress({ step: 'keep', done: 0, total: files.length });
    if (await this.#task.give(files)) this.#task.start({ kind: 'preview', choices: NOTHING_CHOSEN });
  }

  async #discard(): Promise<void> {
    this.#task.cancel();
    await clearStaging();
    fill(this.#stage);
    fill(this.#status, h('p', null, t('importCancelled')));
  }

  async #hear(message: FromWorker): Promise<void> {
    switch (message.kind) {
      case 'progress':
        return this.#showProgress(message);
      case 'previewed':
        return this.#showPreview(message);
      case 'added':
        return this.#showAdded(message);
      case 'failed':
        return this.#showFailure(message);
    }
  }

  #showProgress({ step, done, total }: Pick<Progress, 'step' | 'done' | 'total'>): void {
    const [d, n] = [shownCount(done), shownCount(total)];
    const texts = {
      keep: () => t('importStepKeep', d, n),
      read: () => t('importStepRead', d, n),
      build: () => t('importStepBuild', d, n),
      store: () => t('importStepStore'),
    };
    const bar = this.#status.querySelector('progress');
    if (bar === null) {
      fill(
        this.#status,
        h('p', null, texts[step]()),
        h(
          'div',
          { class: 'line' },
          h('progress', { max: total, 'aria-label': t('importTitle') }),
          button(t('importCancel'), 'import-cancel', () => void this.#discard()),
        ),
      );
      return;
    }
    this.#status.querySelector('p')!.textContent = texts[step]();
    bar.max = Math.max(1, total);
    bar.value = done;
  }

  #showPreview({ files, documents }: Extract<FromWorker, { kind: 'previewed' }>): void {
    fill(this.#status);
    fill(
      this.#results,
      h(
        'p',
        null,
        documents === 0 ? t('importFoundNone') : t('importFound', shownCount(documents), shownCount(files.length)),
      ),
    );
    const columns = columnChoices(files, this.#columns);
    const form = this.#form;
    const problem = h('p', { class: 'problem', role: 'alert' });
    const choices = () => {
      this.#columns = columns?.mapping() ?? {};
      return form.choices(this.#columns);
    };
    const add = () => {
      const meta = form.meta();
      const taken = meta.name === '' || this.#host.taken().some(({ id }) => id === meta.id);
      problem.textContent = taken && meta.name !== '' ? t('importNameTaken') : '';
      if (taken) form.name.focus();
      else this.#task.start({ kind: 'build', meta, choices: choices() });
    };
    fill(
      this.#stage,
      previewList(files),
      documents === 0 && columns === null
        ? null
        : [
            columns?.view,
            form.view,
            problem,
            h(
              'div',
              { class: 'line' },
              button(t('importAdd'), 'import-add', add, 'primary'),
              button(t('importReadAgain'), 'import-again', () =>
                this.#task.start({ kind: 'preview', choices: choices() }),
              ),
            ),
          ],
      button(t('importCancel'), 'import-discard', () => void this.#discard(), 'plain'),
    );
    if (documents > 0) form.name.focus();
  }

  async #showAdded({ key, name, sources, words }: Extract<FromWorker, { kind: 'added' }>): Promise<void> {
    fill(this.#stage);
    await this.#host.changed();
    const line = h('div', { class: 'line' });
    const undo = async () => {
      await removeOwnPack(key);
      await this.#host.changed();
      fill(line, h('p', null, t('importUndone')));
    };
    fill(
      line,
      h('p', { class: 'grow' }, t('importAdded', name, shownCount(sources), shownCount(words))),
      button(t('importUndo'), 'import-undo', () => void undo()),
    );
    fill(this.#status);
    this.#results.append(line);
  }

  async #showFailure({ why, error }: Extract<FromWorker, { kind: 'failed' }>): Promise<void> {
    const { used } = await roomLeft().catch(() => ({ used: 0 }));
    const texts = {
      'no-room': () => t('importNoRoom', shownBytes(used)),
      nothing: () => t('importFoundNone'),
      taken: () => t('importTaken', error),
      other: () => t('importFailed', error),
    };
    fill(this.#status);
    this.#results.append(h('p', { class: 'problem', role: 'alert' }, texts[why]()));
    // Files that were kept before the room ran out take it up: the reader has to be able to let go of them.
    if (why === 'no-room' && this.#stage.childElementCount === 0) await this.#offerToGoOn();
  }
}
