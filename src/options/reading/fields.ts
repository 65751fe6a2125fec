import { MARK_STYLES, MIN_WORDS, PALETTES, SCOPES, STRICTNESSES } from '../../core/settings/index.ts';
import { VERDICTS, type Verdict } from '../../core/matching/types.ts';
import type { ReadingSettings } from '../../core/settings/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { h, type Child } from '../../ui/dom.ts';
import { checkbox, select } from '../controls.ts';
import { choiceText, PALETTE_LABELS, SCOPE_LABELS, STRICTNESS_LABELS, STYLE_LABELS, verdictText } from '../wording.ts';

type Field = keyof ReadingSettings;

export interface PackName {
  readonly id: string;
  readonly name: string;
}

interface Options {
  /** Makes the ids of the controls unique on the page. */
  readonly scope: string;
  /** What holds where the rule makes no choice of its own; null where every choice is made (the choices for all sites). */
  readonly inherited: ReadingSettings | null;
  readonly own: Partial<ReadingSettings>;
  /** Choices an administrator has made. */
  readonly locked: readonly string[];
  readonly packs: readonly PackName[];
  /** `undefined` takes a site's own choice back. */
  readonly change: <K extends Field>(name: K, value: ReadingSettings[K] | undefined) => void;
  /** Changes a list from what it is by then: two quick ticks must not undo each other. */
  readonly update: <K extends 'hidden' | 'packs'>(
    name: K,
    next: (now: NonNullable<ReadingSettings[K]>) => ReadingSettings[K],
  ) => void;
}

/** Verdicts that can be left unmarked. What was not checked is never marked. */
const MARKABLE = VERDICTS.filter((verdict) => verdict !== 'not-checked');

const LABELS: Readonly<Record<Field, MessageKey>> = {
  strictness: 'optionsStrictness',
  hidden: 'optionsVerdicts',
  style: 'optionsStyle',
  palette: 'optionsPalette',
  minWords: 'optionsMinWords',
  hoverCard: 'optionsHover',
  scope: 'optionsScope',
  packs: 'optionsPackChoice',
};

/** What stands in a menu for "no choice of its own". No value of a choice is spelt like it. */
const INHERIT = '';

/** Every reading choice as a control; for a site each begins with what the site inherits. */
export function readingFields(options: Options): HTMLElement {
  return h(
    'div',
    { class: 'fields' },
    choice(
      options,
      'strictness',
      STRICTNESSES.map((each) => [each, t(STRICTNESS_LABELS[each])]),
    ),
    choice(
      options,
      'style',
      MARK_STYLES.map((each) => [each, t(STYLE_LABELS[each])]),
    ),
    choice(
      options,
      'palette',
      PALETTES.map((each) => [each, t(PALETTE_LABELS[each])]),
    ),
    choice(
      options,
      'scope',
      SCOPES.map((each) => [each, t(SCOPE_LABELS[each])]),
    ),
    wordsField(options),
    hoverField(options),
    options.inherited === null ? null : hiddenField(options),
    packsField(options),
  );
}

function row(options: Options, name: Field, control: Child, ...under: readonly Child[]): HTMLElement {
  return h(
    'div',
    { class: options.own[name] === undefined ? 'field' : 'field own', 'data-field': name },
    h('label', { for: idOf(options, name) }, t(LABELS[name])),
    h('div', { class: 'field-control' }, control, ...under),
  );
}

const idOf = ({ scope }: Options, name: Field): string => `${name} ${scope}`.replace(/\s/gu, '-');

/** "As elsewhere: underline" */
const inheritText = <K extends Field>(inherited: ReadingSettings, name: K): string =>
  t('optionsInherited', choiceText(name, inherited[name]));

function menu(
  options: Options,
  name: Field,
  values: readonly (readonly [string, string])[],
  value: string,
  choose: (value: string) => void,
): HTMLElement {
  const { inherited } = options;
  return select({
    id: idOf(options, name),
    label: t(LABELS[name]),
    values: inherited === null ? values : [[INHERIT, inheritText(inherited, name)], ...values],
    value,
    disabled: options.locked.includes(name),
    choose,
  });
}

function choice<K extends 'strictness' | 'style' | 'palette' | 'scope'>(
  options: Options,
  name: K,
  values: readonly (readonly [ReadingSettings[K], string])[],
): HTMLElement {
  const control = menu(options, name, values, options.own[name] ?? INHERIT, (value) =>
    options.change(name, value === INHERIT ? undefined : (value as ReadingSettings[K])),
  );
  return row(options, name, control);
}

function wordsField(options: Options): HTMLElement {
  const counts = [3, 4, 5, 6, 8, 10, 15, 20, MIN_WORDS.most];
  const value = options.own.minWords;
  const values = [...new Set(value === undefined ? counts : [...counts, value])]
    .sort((a, b) => a - b)
    .map((count) => [String(count), choiceText('minWords', count)] as const);
  const control = menu(options, 'minWords', values, value === undefined ? INHERIT : String(value), (chosen) =>
    options.change('minWords', chosen === INHERIT ? undefined : Number(chosen)),
  );
  return row(options, 'minWords', control);
}

function hoverField(options: Options): HTMLElement {
  const { hoverCard } = options.own;
  const control = menu(
    options,
    'hoverCard',
    [
      ['yes', choiceText('hoverCard', true)],
      ['no', choiceText('hoverCard', false)],
    ],
    hoverCard === undefined ? INHERIT : hoverCard ? 'yes' : 'no',
    (chosen) => options.change('hoverCard', chosen === INHERIT ? undefined : chosen === 'yes'),
  );
  return row(options, 'hoverCard', control);
}

function hiddenField(options: Options): HTMLElement {
  const { hidden } = options.own;
  const control = menu(
    options,
    'hidden',
    [['own', t('optionsVerdictsOwn')]],
    hidden === undefined ? INHERIT : 'own',
    (chosen) => options.change('hidden', chosen === INHERIT ? undefined : (options.inherited?.hidden ?? [])),
  );
  return row(options, 'hidden', control, hidden === undefined ? null : verdictBoxes(options, hidden));
}

function verdictBoxes(options: Options, hidden: readonly Verdict[]): HTMLElement {
  return h(
    'div',
    { class: 'boxes' },
    MARKABLE.map((verdict) =>
      checkbox({
        key: `hidden ${options.scope} ${verdict}`,
        label: verdictText(verdict),
        checked: !hidden.includes(verdict),
        disabled: options.locked.includes('hidden'),
        change: (shown) => options.update('hidden', (now) => toggled(now, verdict, !shown)),
      }),
    ),
  );
}

function packsField(options: Options): HTMLElement {
  const own = options.own.packs;
  const values: (readonly [string, string])[] = [['some', t('optionsPacksChosen')]];
  if (options.inherited === null || options.inherited.packs !== null) values.unshift(['all', t('optionsPacksAll')]);
  const control = menu(
    options,
    'packs',
    values,
    own === undefined ? INHERIT : own === null ? 'all' : 'some',
    (chosen) =>
      options.change(
        'packs',
        chosen === INHERIT ? undefined : chosen === 'all' ? null : options.packs.map(({ id }) => id),
      ),
  );
  return row(options, 'packs', control, own === undefined || own === null ? null : packBoxes(options, own));
}

function packBoxes(options: Options, chosen: readonly string[]): HTMLElement {
  // A pack that was chosen and is gone stays chosen, so that it counts again when it comes back.
  return h(
    'div',
    { class: 'boxes' },
    options.packs.map(({ id, name }) =>
      checkbox({
        key: `packs ${options.scope} ${id}`,
        label: h('bdi', null, name),
        checked: chosen.includes(id),
        disabled: options.locked.includes('packs'),
        change: (wanted) => options.update('packs', (now) => toggled(now, id, wanted)),
      }),
    ),
  );
}

export const toggled = <T>(list: readonly T[], item: T, present: boolean): T[] =>
  present ? [...list.filter((each) => each !== item), item] : list.filter((each) => each !== item);
