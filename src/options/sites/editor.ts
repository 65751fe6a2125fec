import { managedRule } from '../../core/settings/index.ts';
import type { ReadingSettings, Settings, SiteRule } from '../../core/settings/types.ts';
import { inheritedBy, splitPattern } from '../../core/sites/index.ts';
import { t } from '../../platform/i18n.ts';
import { h } from '../../ui/dom.ts';
import { button } from '../controls.ts';
import { readingFields } from '../reading/fields.ts';
import type { Store } from '../store.ts';
import { patternOf } from './add.ts';

/** What stands under an opened rule: its pattern, and every reading choice it can make of its own. */
export function ruleEditor(store: Store, rule: SiteRule): HTMLElement {
  const { settings, managed } = store.state;
  const { pattern } = rule;
  const inherited = inheritedBy(settings, pattern).reading;
  const locked = managedRule(pattern, managed) !== null;
  const problem = h('p', { class: 'problem', role: 'alert' });
  const name = h('input', {
    type: 'text',
    class: 'grow',
    value: pattern,
    spellcheck: 'false',
    'aria-label': t('optionsPattern'),
    'data-key': `pattern ${pattern}`,
  });
  return h(
    'div',
    { class: 'editor', 'data-part': 'editor' },
    h(
      'form',
      {
        class: 'line',
        onsubmit: (event) => {
          event.preventDefault();
          const next = patternOf(name.value);
          if (next === null) problem.textContent = t('optionsAddProblem');
          else if (next !== pattern && settings.sites.some((each) => each.pattern === next))
            problem.textContent = t('optionsPatternTaken', next);
          else void rename(store, rule, next);
        },
      },
      name,
      h('button', { type: 'submit', 'data-action': 'rename' }, t('optionsPatternSave')),
      problem,
    ),
    h('p', { class: 'soft' }, t(splitPattern(pattern).path === null ? 'optionsPatternHost' : 'optionsPatternPath')),
    h('h3', null, t('optionsOwnChoices')),
    readingFields({
      scope: pattern,
      inherited,
      own: rule.reading ?? {},
      locked: locked ? Object.keys(inherited) : Object.keys(managed.reading),
      packs: store.packs,
      change: (choice, value) => void store.change((all) => withChoice(all, pattern, choice, value)),
      update: (choice, next) =>
        void store.change((all) => {
          const now = all.sites.find((each) => each.pattern === pattern)?.reading?.[choice] ?? [];
          return withChoice(all, pattern, choice, next(now as never));
        }),
    }),
    rule.reading === undefined
      ? null
      : button(
          t('optionsOwnNone'),
          `clear ${pattern}`,
          () => void store.change((all) => withRule(all, pattern, withoutReading), t('optionsOwnCleared', pattern)),
        ),
  );
}

const withRule = (settings: Settings, pattern: string, change: (rule: SiteRule) => SiteRule): Settings => ({
  ...settings,
  sites: settings.sites.map((rule) => (rule.pattern === pattern ? change(rule) : rule)),
});

/** Sets one of a rule's own choices; undefined takes it back, so that the site is read as its parents are. */
function withChoice<K extends keyof ReadingSettings>(
  settings: Settings,
  pattern: string,
  name: K,
  value: ReadingSettings[K] | undefined,
): Settings {
  return withRule(settings, pattern, ({ reading = {}, ...rule }) => {
    const choices = { ...reading, [name]: value };
    const own = Object.fromEntries(Object.entries(choices).filter(([, each]) => each !== undefined));
    return Object.keys(own).length === 0 ? rule : { ...rule, reading: own };
  });
}

async function rename(store: Store, rule: SiteRule, pattern: string): Promise<void> {
  if (pattern === rule.pattern) return;
  if (!(await store.ask(store.missingOrigins([{ pattern, mode: rule.mode }])))) return;
  await store.change(
    (settings) => withRule(settings, rule.pattern, (each) => ({ ...each, pattern })),
    t('optionsRenamed', rule.pattern, pattern),
  );
}

const withoutReading = ({ pattern, mode, used }: SiteRule): SiteRule =>
  used === undefined ? { pattern, mode } : { pattern, mode, used };
