import type { PackInfo } from '../../core/packs/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { h, type Child } from '../../ui/dom.ts';
import { button, checkbox } from '../controls.ts';
import { shownBytes, shownCount } from '../import/numbers.ts';

export type ListedPack = PackInfo & { readonly on: boolean; readonly bundled: boolean; readonly error: string | null };

export interface PackActions {
  readonly turn: (on: boolean) => void;
  /** Null for bundled packs. */
  readonly save: (() => void) | null;
  readonly remove: (() => void) | null;
}

const SPEAKERS_SHOWN = 12;

/** One pack: switch, coverage, licence, origin, size. */
export function packView(pack: ListedPack, actions: PackActions): HTMLElement {
  const { coverage } = pack;
  const years = coverage.from === null || coverage.to === null ? null : t('packsYears', coverage.from, coverage.to);
  const more = coverage.speakers.length - SPEAKERS_SHOWN;
  const speakers =
    coverage.speakers.slice(0, SPEAKERS_SHOWN).join(', ') +
    (more > 0 ? ` ${t('packsMoreSpeakers', shownCount(more))}` : '');
  return h(
    'li',
    { class: 'box pack', 'data-pack': pack.id },
    h(
      'div',
      { class: 'line' },
      h('h3', { class: 'grow' }, pack.name),
      h('span', { class: 'soft' }, t(pack.bundled ? 'packsBundled' : 'packsOwn')),
    ),
    pack.error === null ? null : h('p', { class: 'problem' }, t('packsBroken', pack.error)),
    pack.description === undefined ? null : h('p', null, pack.description),
    h(
      'p',
      null,
      t('packsCoverage', shownCount(coverage.sources), shownCount(coverage.words)),
      years === null ? null : ` · ${years}`,
    ),
    checkbox({ key: `pack-${pack.id}`, label: t('packsOn'), checked: pack.on, change: actions.turn }),
    h(
      'details',
      null,
      h('summary', null, t('packsOrigin')),
      h(
        'dl',
        { class: 'import-facts' },
        fact('packsSpeakers', speakers),
        fact('packsLanguages', coverage.languages.join(', ')),
        fact('packsLicence', pack.licence ?? ''),
        fact('packsAttribution', pack.attribution ?? ''),
        fact(
          'packsOrigin',
          pack.url === undefined
            ? ''
            : h('a', { href: pack.url, target: '_blank', rel: 'noopener noreferrer' }, pack.url),
        ),
        fact('packsVersion', pack.version),
        fact('packsSize', pack.size === 0 ? '' : shownBytes(pack.size)),
      ),
    ),
    actions.save === null && actions.remove === null
      ? null
      : h(
          'div',
          { class: 'line' },
          actions.save === null ? null : button(t('packsExport'), `pack-save-${pack.id}`, actions.save),
          actions.remove === null ? null : button(t('packsDelete'), `pack-delete-${pack.id}`, actions.remove),
        ),
  );
}

function fact(label: MessageKey, value: Child): Child {
  return value === '' ? null : [h('dt', { class: 'soft' }, t(label)), h('dd', null, value)];
}
