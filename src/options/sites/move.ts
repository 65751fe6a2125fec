import {
  DEFAULT_SETTINGS,
  exportSettings,
  formatSiteList,
  importSettings,
  shorten,
  SITE_MODES,
  withSites,
  type Imported,
  type Repair,
} from '../../core/settings/index.ts';
import type { Settings, SiteMode } from '../../core/settings/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { fill, h, type Child } from '../../ui/dom.ts';
import { plural } from '../../ui/language.ts';
import { button, card, saveFile, select } from '../controls.ts';
import type { Store } from '../store.ts';
import { modeText } from '../wording.ts';
import { refusedView } from './text.ts';

const ERRORS: Readonly<Record<string, MessageKey>> = {
  'too-large': 'optionsImportTooLarge',
  empty: 'optionsImportEmpty',
  'not-json': 'optionsImportNotJson',
  'not-settings': 'optionsImportNotSettings',
};

const PROBLEMS: Readonly<Record<Repair['problem'], MessageKey>> = {
  'wrong-kind': 'optionsRepairKind',
  'not-allowed': 'optionsRepairNotAllowed',
  'unknown-field': 'optionsRepairUnknown',
  'too-many': 'optionsRepairTooMany',
  twice: 'optionsRepairTwice',
  'newer-version': 'optionsRepairNewer',
  migration: 'optionsRepairMigration',
};

/** Settings and sites as files, out and in, and the way back to the beginning. */
export function moveView(store: Store): HTMLElement {
  const found = h('div', { 'data-part': 'import', role: 'status' });
  const file = h('input', {
    type: 'file',
    id: 'import-file',
    class: 'spoken',
    tabindex: -1,
    accept: '.json,.txt,application/json,text/plain',
    'aria-label': t('optionsImport'),
    onchange: () => {
      const chosen = file.files?.[0];
      file.value = '';
      if (chosen !== undefined) void readFile(chosen).then((text) => showImport(store, found, text, 'on'));
    },
  });
  const day = (): string => new Date().toISOString().slice(0, 10);
  return card(
    t('optionsMove'),
    h(
      'p',
      { class: 'line' },
      button(t('optionsExport'), 'export', () =>
        saveFile(`verbatim-settings-${day()}.json`, 'application/json', exportSettings(store.state.settings)),
      ),
      button(t('optionsExportSites'), 'export-sites', () =>
        saveFile(`verbatim-sites-${day()}.txt`, 'text/plain', formatSiteList(store.state.settings.sites)),
      ),
      button(t('optionsImport'), 'import', () => file.click()),
      file,
      button(
        t('optionsReset'),
        'reset',
        () => void store.change(({ sync }) => ({ ...DEFAULT_SETTINGS, sync }), t('optionsResetDone')),
      ),
    ),
    h('p', { class: 'soft' }, t('optionsMoveHint')),
    found,
  );
}

/** Larger files are not read at all; bytes. */
const MAX_BYTES = 16_000_000;

async function readFile(file: File): Promise<string | null> {
  if (file.size > MAX_BYTES) return null;
  try {
    return await file.text();
  } catch {
    return '';
  }
}

/** What the file holds and what of it could not be used, before anything is changed. `mode` is for lines of a list without one. */
function showImport(store: Store, root: HTMLElement, text: string | null, mode: SiteMode): void {
  const read = text === null ? ({ ok: false, error: 'too-large' } as const) : importSettings(text, mode);
  const close = (): void => fill(root);
  if (!read.ok) {
    fill(root, h('p', { class: 'problem' }, t(ERRORS[read.error] ?? 'optionsImportNotSettings')));
    return;
  }
  const { value } = read;
  fill(
    root,
    h(
      'div',
      { class: 'found' },
      h('p', null, h('b', null, heading(value))),
      value.kind === 'settings'
        ? repairsView(value.repairs)
        : listView(value, mode, (next) => showImport(store, root, text, next)),
      h(
        'p',
        { class: 'line' },
        button(
          t(value.kind === 'settings' ? 'optionsImportReplace' : 'optionsImportAdd'),
          'import-use',
          () =>
            void use(store, value).then((done) => {
              if (done) close();
            }),
          'primary',
        ),
        button(t('optionsCancel'), 'import-cancel', close),
      ),
    ),
  );
}

const heading = (value: Imported): string =>
  value.kind === 'settings'
    ? plural('optionsImportSettings', value.settings.sites.length)
    : plural('optionsImportSites', value.rules.length);

/** At most so many repairs are listed. */
const REPAIRS_SHOWN = 50;

export function repairsView(repairs: readonly Repair[]): Child {
  if (repairs.length === 0) return h('p', { class: 'soft' }, t('optionsImportSound'));
  return h(
    'div',
    { class: 'problems', 'data-part': 'repairs' },
    h('p', null, plural('optionsRepairs', repairs.length)),
    h(
      'ul',
      null,
      repairs
        .slice(0, REPAIRS_SHOWN)
        .map(({ path, value, problem, action }) =>
          h(
            'li',
            null,
            path === '' ? null : [h('code', null, path), ' '],
            h('code', null, shorten(value)),
            ' ',
            t(PROBLEMS[problem]),
            ' ',
            t(action === 'default' ? 'optionsRepairDefault' : 'optionsRepairLeftOut'),
          ),
        ),
    ),
  );
}

function listView(value: Imported & { kind: 'sites' }, mode: SiteMode, again: (mode: SiteMode) => void): Child {
  return [
    h(
      'p',
      { class: 'line' },
      h('label', { for: 'import-mode' }, t('optionsImportMode')),
      select<SiteMode>({
        id: 'import-mode',
        label: t('optionsImportMode'),
        values: SITE_MODES.map((each) => [each, modeText(each)]),
        value: mode,
        choose: again,
      }),
    ),
    value.refused.length === 0 ? null : refusedView(value.refused),
  ];
}

async function use(store: Store, value: Imported): Promise<boolean> {
  const rules = value.kind === 'settings' ? value.settings.sites : value.rules;
  if (!(await store.ask(store.missingOrigins(rules)))) return false;
  const said = t(value.kind === 'settings' ? 'optionsImportedSettings' : 'optionsImportedSites');
  await store.change(
    (settings) => (value.kind === 'settings' ? replaced(settings, value.settings) : withSites(settings, value)),
    said,
  );
  return true;
}

/** A file's settings in place of the reader's, but for the choice to synchronise, which belongs to this browser. */
const replaced = ({ sync }: Settings, next: Settings): Settings => ({ ...next, sync });
