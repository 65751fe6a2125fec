import { PRESETS, type CountryPreset } from '../../core/sites/index.ts';
import type { Settings } from '../../core/settings/types.ts';
import { t } from '../../platform/i18n.ts';
import { fill, h } from '../../ui/dom.ts';
import { plural } from '../../ui/language.ts';
import { button, checkbox, redraw } from '../controls.ts';
import type { Store } from '../store.ts';
import { countryName, modeText } from '../wording.ts';

/** News sites by country, switched on together with one question of the browser's. */
export function countriesView(store: Store, signal: AbortSignal): HTMLElement {
  const chosen = new Set<string>();
  const presets = PRESETS.map((preset) => ({ ...preset, name: countryName(preset.country) })).sort((a, b) =>
    a.name.localeCompare(b.name),
  );
  const body = h('div');
  const draw = (): void =>
    redraw(body, () =>
      fill(
        body,
        h('p', { class: 'soft' }, t('optionsCountriesHint')),
        h(
          'ul',
          { class: 'countries' },
          presets.map((preset) =>
            countryRow(store, preset, chosen.has(preset.country), (wanted) => {
              if (wanted) chosen.add(preset.country);
              else chosen.delete(preset.country);
              draw();
            }),
          ),
        ),
        switchOn(),
      ),
    );
  const switchOn = (): HTMLElement => {
    const hosts = newHosts(
      store.state.settings,
      PRESETS.filter(({ country }) => chosen.has(country)),
    );
    const press = button(
      hosts.length === 0 ? t('optionsCountriesNone') : plural('optionsCountriesOn', hosts.length),
      'countries-on',
      () =>
        void switchOnAll(store, hosts).then((done) => {
          if (done) chosen.clear();
          draw();
        }),
      'primary',
    );
    press.disabled = hosts.length === 0;
    return h('p', { class: 'line' }, press);
  };
  store.subscribe(draw, signal);
  draw();
  return h(
    'section',
    { class: 'box' },
    h('details', { 'data-part': 'countries' }, h('summary', null, h('h2', null, t('optionsCountries'))), body),
  );
}

function countryRow(
  store: Store,
  { country, name, hosts }: CountryPreset & { name: string },
  chosen: boolean,
  choose: (wanted: boolean) => void,
): HTMLElement {
  const have = hosts.length - newHosts(store.state.settings, [{ country, hosts }]).length;
  return h(
    'li',
    { 'data-country': country },
    checkbox({
      key: `country ${country}`,
      label: [
        h('b', null, name),
        ' ',
        h(
          'span',
          { class: 'soft' },
          have === 0 ? plural('optionsSites', hosts.length) : t('optionsSitesOf', have, hosts.length),
        ),
      ],
      checked: chosen,
      change: choose,
    }),
    h('p', { class: 'soft hosts', dir: 'ltr' }, hosts.join(', ')),
  );
}

/** The hosts that have no rule yet: what the reader decided before is left as it is. */
function newHosts(settings: Settings, presets: readonly CountryPreset[]): string[] {
  const known = new Set(settings.sites.map(({ pattern }) => pattern));
  return presets.flatMap(({ hosts }) => hosts).filter((host) => !known.has(host));
}

async function switchOnAll(store: Store, hosts: readonly string[]): Promise<boolean> {
  const rules = hosts.map((pattern) => ({ pattern, mode: 'on' as const }));
  if (!(await store.ask(store.missingOrigins(rules)))) return false;
  await store.change(
    (settings) => {
      const known = new Set(settings.sites.map(({ pattern }) => pattern));
      return { ...settings, sites: [...settings.sites, ...rules.filter(({ pattern }) => !known.has(pattern))] };
    },
    plural('optionsChanged', hosts.length, modeText('on')),
  );
  return true;
}
