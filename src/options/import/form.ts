import { SOURCE_CLASSES, type PackMeta, type SourceClass } from '../../core/packs/document.ts';
import { packIdOf } from '../../core/packs/importers/packId.ts';
import type { ColumnMapping } from '../../core/packs/importers/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { h } from '../../ui/dom.ts';
import { select } from '../controls.ts';
import type { Choices } from './messages.ts';

const CLASSES: readonly (readonly [SourceClass, MessageKey])[] = [
  ['official transcript', 'importClassOfficial'],
  ['recording', 'importClassRecording'],
  ['official translation', 'importClassTranslation'],
  ['published text', 'importClassPublished'],
  ['news transcript', 'importClassNewsTranscript'],
  ['news report', 'importClassNewsReport'],
];

export interface AboutForm {
  readonly view: HTMLElement;
  readonly name: HTMLInputElement;
  meta(): PackMeta;
  choices(columns: ColumnMapping): Choices;
}

/** What the reader says of a pack: its name, and what holds for files that do not say it themselves. */
export function aboutForm(): AboutForm {
  const name = input('import-name', 120, t('importNameSample'));
  const licence = input('import-licence', 200);
  const url = input('import-url', 500, 'https://');
  const lang = input('import-lang', 12, 'en');
  const speaker = input('import-speaker', 120);
  const kind = select({
    id: 'import-class',
    label: t('importClass'),
    values: CLASSES.map(([value, label]) => [value, t(label)]),
    value: 'official transcript',
  });
  const row = (label: MessageKey, field: HTMLElement) =>
    h('div', { class: 'field' }, h('label', { for: field.id }, t(label)), field);
  return {
    name,
    view: h(
      'fieldset',
      { class: 'fields' },
      h('legend', null, t('importAbout')),
      row('importName', name),
      row('importClass', kind),
      row('importLanguage', lang),
      row('importSpeaker', speaker),
      row('importLicence', licence),
      row('importOrigin', url),
    ),
    meta: () => {
      const origin = url.value.trim();
      return {
        id: packIdOf(name.value.trim()),
        name: name.value.trim(),
        version: '1',
        ...(licence.value.trim() === '' ? {} : { licence: licence.value.trim() }),
        ...(/^https?:\/\/[^\s"'<>]+$/u.test(origin) ? { url: origin } : {}),
      };
    },
    choices: (columns) => {
      const chosen = SOURCE_CLASSES.find((each) => each === kind.value);
      const tag = lang.value.trim().toLowerCase();
      return {
        columns,
        defaults: {
          ...(/^[a-z]{2,3}$/u.test(tag) ? { lang: tag } : {}),
          ...(licence.value.trim() === '' ? {} : { licence: licence.value.trim() }),
          ...(speaker.value.trim() === '' ? {} : { speaker: speaker.value.trim() }),
          // "official transcript" is what a document is when nothing is said.
          ...(chosen === undefined || chosen === 'official transcript' ? {} : { class: chosen }),
        },
      };
    },
  };
}

function input(id: string, longest: number, sample = ''): HTMLInputElement {
  return h('input', {
    type: 'text',
    id,
    maxlength: longest,
    placeholder: sample === '' ? null : sample,
    autocomplete: 'off',
  });
}
