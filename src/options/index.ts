import { localise, t, type MessageKey } from '../platform/i18n.ts';
import { fill, h } from '../ui/dom.ts';
import { mountAbout } from './about/index.ts';
import { mountPacks } from './packs/index.ts';
import { mountReading } from './reading/index.ts';
import { mountSites } from './sites/index.ts';
import { Store } from './store.ts';
import { Toast } from './toast.ts';

interface Section {
  readonly id: string;
  readonly label: MessageKey;
  readonly mount: (root: HTMLElement, signal: AbortSignal) => void | Promise<void>;
}

const signal = new AbortController().signal;
const toast = new Toast(document.getElementById('toast')!);
const store = new Store(toast, signal);

const SECTIONS: readonly Section[] = [
  { id: 'sites', label: 'optionsSites', mount: (root) => mountSites(root, signal, store) },
  { id: 'reading', label: 'optionsReading', mount: (root) => mountReading(root, signal, store) },
  { id: 'packs', label: 'optionsPacks', mount: mountPacks },
  { id: 'about', label: 'optionsAbout', mount: (root) => mountAbout(root, signal, store) },
];

localise(document);
await store.load();
void store.loadPacks();
showSections(document.getElementById('tabs')!, document.getElementById('sections')!);

/** A tab and a panel for each section. The address's fragment names the open one, so that it can be linked to and survives a reload. */
function showSections(tabs: HTMLElement, panels: HTMLElement): void {
  const mounted = new Set<string>();
  const buttons = SECTIONS.map(({ id, label }) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `section-${id}`,
        class: 'tab',
        onclick: () => open(id),
      },
      t(label),
    ),
  );
  const sections = SECTIONS.map(({ id }) =>
    h('section', {
      id: `section-${id}`,
      role: 'tabpanel',
      'aria-labelledby': `tab-${id}`,
      class: 'section',
      hidden: true,
    }),
  );
  fill(tabs, buttons);
  fill(panels, sections);

  const open = (id: string): void => {
    if (location.hash !== `#${id}`) history.replaceState(null, '', `#${id}`);
    show();
  };
  const show = (): void => {
    const named = SECTIONS.findIndex(({ id }) => location.hash === `#${id}`);
    const chosen = Math.max(0, named);
    for (const [index, section] of sections.entries()) {
      section.hidden = index !== chosen;
      buttons[index].setAttribute('aria-selected', String(index === chosen));
      buttons[index].tabIndex = index === chosen ? 0 : -1;
    }
    scrollTo(0, 0);
    const { id, mount } = SECTIONS[chosen];
    if (mounted.has(id)) return;
    mounted.add(id);
    void mount(sections[chosen], signal);
  };
  tabs.addEventListener('keydown', (event) => {
    const step = stepOf(event.key);
    if (step === 0) return;
    const now = buttons.findIndex((button) => button.getAttribute('aria-selected') === 'true');
    const next = (now + step + buttons.length) % buttons.length;
    open(SECTIONS[next].id);
    buttons[next].focus();
  });
  addEventListener('hashchange', show, { signal });
  show();
}

/** Arrow keys go from tab to tab, towards the reader's reading direction. */
function stepOf(key: string): number {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  return key === forward || key === 'ArrowDown' ? 1 : key === back || key === 'ArrowUp' ? -1 : 0;
}
