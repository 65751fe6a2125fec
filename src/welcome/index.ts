import { PRESETS, type CountryPreset } from '../core/sites/index.ts';
import { localise, t, uiLanguage } from '../platform/i18n.ts';
import { callBackground } from '../platform/messages.ts';
import { EVERY_SITE, requestOrigins } from '../platform/permissions.ts';
import { fill, h } from '../ui/dom.ts';
import { countriesByName, likelyCountry } from './countries.ts';

localise(document);
const said = document.getElementById('said')!;
fill(document.getElementById('choices')!, bySite(), byCountry(), everywhere());

/** Nothing to allow: the reader switches sites on from the toolbar button. */
function bySite(): HTMLElement {
  return choice(t('welcomeBySite'), t('welcomeBySiteHint'), [
    h(
      'button',
      { type: 'button', 'data-choice': 'sites', onclick: () => say(t('welcomeBySiteDone')) },
      t('welcomeBySiteAct'),
    ),
  ]);
}

function byCountry(): HTMLElement {
  const countries = countriesByName(PRESETS, uiLanguage());
  const likely = likelyCountry(PRESETS, navigator.languages);
  const select = h(
    'select',
    { id: 'country' },
    countries.map(({ preset, name }) =>
      h('option', { value: preset.country, selected: preset === likely }, `${name} (${preset.hosts.length})`),
    ),
  );
  const chosen = (): CountryPreset => PRESETS.find(({ country }) => country === select.value) ?? PRESETS[0];
  const hosts = h('p', { id: 'hosts', dir: 'ltr' });
  const list = (): void => fill(hosts, chosen().hosts.join(', '));
  select.addEventListener('change', list);
  list();
  return choice(
    t('welcomeByCountry'),
    t('welcomeByCountryHint'),
    [
      h('label', { for: 'country' }, t('welcomeCountry')),
      select,
      h(
        'button',
        { type: 'button', 'data-choice': 'country', onclick: () => void allowSites(chosen()) },
        t('welcomeByCountryAct'),
      ),
    ],
    hosts,
  );
}

function everywhere(): HTMLElement {
  return choice(t('welcomeEverywhere'), t('welcomeEverywhereHint'), [
    h(
      'button',
      { type: 'button', 'data-choice': 'everywhere', onclick: () => void allowAll() },
      t('welcomeEverywhereAct'),
    ),
  ]);
}

function choice(title: string, hint: string, act: readonly HTMLElement[], more?: HTMLElement): HTMLElement {
  return h(
    'section',
    { class: 'welcome-choice' },
    h('h3', null, title),
    h('p', null, hint),
    more,
    h('div', { class: 'welcome-act' }, act),
  );
}

/** The browser's prompt must be the first thing the click waits for. */
async function allowSites({ hosts }: CountryPreset): Promise<void> {
  if (!(await requestOrigins(hosts.map((host) => `*://*.${host}/*`)))) {
    say(t('welcomeRefused'));
    return;
  }
  for (const pattern of hosts) {
    const set = await callBackground('setSite', { pattern, mode: 'on' });
    if (!set.ok) {
      say(set.error);
      return;
    }
  }
  say(t('welcomeByCountryDone', hosts.length));
}

async function allowAll(): Promise<void> {
  const origins = [EVERY_SITE];
  void callBackground('pendChoice', { origins, pattern: null, mode: 'on', tabId: null });
  if (!(await requestOrigins(origins))) {
    say(t('welcomeRefused'));
    return;
  }
  const set = await callBackground('setDefaultMode', 'on');
  say(set.ok ? t('welcomeEverywhereDone') : set.error);
}

function say(text: string): void {
  said.textContent = text;
}
