import type { ColumnMapping } from '../../core/packs/importers/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { h } from '../../ui/dom.ts';
import { select } from '../controls.ts';
import type { FilePreview } from './messages.ts';
import { shownCount } from './numbers.ts';

/** More files than this are counted, not listed. */
const LISTED = 40;

/** Every file with what was found in it, those with a problem first. */
export function previewList(files: readonly FilePreview[]): HTMLElement {
  const ordered = [...files].sort((a, b) => Number(b.error !== null) - Number(a.error !== null));
  const hidden = ordered.length - LISTED;
  return h(
    'ul',
    { class: 'plain-list import-files' },
    ordered.slice(0, LISTED).map((file) => h('li', null, fileView(file, files.length === 1))),
    hidden > 0 ? h('li', { class: 'soft' }, t('importMoreFiles', shownCount(hidden))) : null,
  );
}

function fileView(file: FilePreview, open: boolean): HTMLElement {
  if (file.error !== null) {
    return h('div', null, h('b', null, file.name), h('p', { class: 'problem' }, t('importFileLeftOut', file.error)));
  }
  const dates =
    file.from === null ? t('importFileNoDate') : file.from === file.to ? file.from : `${file.from} – ${file.to}`;
  return h(
    'details',
    { open },
    h(
      'summary',
      null,
      h('b', null, file.name),
      ' ',
      h('span', { class: 'soft' }, t('importFileSources', shownCount(file.documents), shownCount(file.turns))),
    ),
    file.notes.map((note) => h('p', { class: 'note' }, note)),
    h(
      'dl',
      { class: 'import-facts' },
      fact('importFileTitle', file.title ?? ''),
      fact('importFileDates', dates),
      fact('importFileSpeakers', file.speakers.length === 0 ? t('importFileNoSpeaker') : file.speakers.join(', ')),
    ),
    h('p', { class: 'soft' }, t('importFileFirst')),
    h(
      'ul',
      { class: 'plain-list import-turns' },
      file.first.map(({ speaker, text }) =>
        h('li', null, speaker === null ? null : h('b', null, `${speaker}: `), text),
      ),
    ),
    file.skippedCount === 0
      ? null
      : h(
          'details',
          null,
          h('summary', null, t('importFileSkipped', shownCount(file.skippedCount))),
          h(
            'ul',
            { class: 'plain-list' },
            file.skipped.map(({ where, why }) => h('li', null, `${where}: ${why}`)),
          ),
        ),
  );
}

function fact(label: MessageKey, value: string): HTMLElement[] {
  return [h('dt', { class: 'soft' }, t(label)), h('dd', null, value)];
}

const COLUMNS = [
  ['text', 'importColumnText'],
  ['speaker', 'importColumnSpeaker'],
  ['date', 'importColumnDate'],
  ['title', 'importColumnTitle'],
  ['url', 'importColumnUrl'],
] as const satisfies readonly (readonly [keyof ColumnMapping, MessageKey])[];

/** Selects for the columns of the first table among the files, as chosen before or as guessed; null without a table. */
export function columnChoices(
  files: readonly FilePreview[],
  chosen: ColumnMapping,
): { view: HTMLElement; mapping: () => ColumnMapping } | null {
  const table = files.find((file) => file.table !== null)?.table ?? null;
  if (table === null) return null;
  const selects = COLUMNS.map(([field, label]) => ({
    field,
    element: select({
      id: `import-column-${field}`,
      label: t(label),
      values: [['', t('importColumnNone')], ...table.headings.map((heading) => [heading, heading] as const)],
      value: chosen[field] ?? table.mapping[field] ?? '',
    }),
    label,
  }));
  return {
    view: h(
      'fieldset',
      { class: 'fields' },
      h('legend', null, t('importColumns')),
      selects.map(({ element, label }) =>
        h('div', { class: 'field' }, h('label', { for: element.id }, t(label)), element),
      ),
    ),
    mapping: () => Object.fromEntries(selects.map(({ field, element }) => [field, element.value])),
  };
}
