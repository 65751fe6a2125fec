import { contextIsAlive } from '../platform/browser.ts';
import { callBackground, serveContent } from '../platform/messages.ts';
import theme from '../ui/theme.css';
import { Cards } from './cards.ts';
import { carryOut, type Reader } from './commands.ts';
import { Live } from './live.ts';
import liveCss from './live.css';
import { Page } from './page.ts';
import { Painter } from './paint/painter.ts';
import { listenForPointing } from './pointing.ts';
import { checkWords, selectedWords } from './selection.ts';
import { t } from '../platform/i18n.ts';
import { Watch } from './watch.ts';

/** Ends the instance of this script that is running, so that a new one can take over. */
const INSTANCE = Symbol.for('reading.instance');
/** Tells instances left over from before an update of the extension that a new one is here. */
const HANDOVER = 'reading:start';

type World = typeof globalThis & { [INSTANCE]?: AbortController };

const world = globalThis as World;
world[INSTANCE]?.abort();
const ending = new AbortController();
world[INSTANCE] = ending;
document.dispatchEvent(new Event(HANDOVER));
// Anybody can send this event, so only a script that has lost its extension listens to it.
document.addEventListener(HANDOVER, () => contextIsAlive() || ending.abort(), { signal: ending.signal });

const ready = begin(ending.signal);

// No answer waits for the page to be read: it may be in a background tab, where it is not read before somebody looks.
serveContent(
  {
    report: async () => (await ready).page.report(),
    reveal: async ({ id, card }) => {
      const { page, cards } = await ready;
      const entry = page.entry(id);
      if (entry !== null) cards.reveal(entry, card);
    },
    start: async () => {
      const { page, watch } = await ready;
      watch.start();
      void page.ask();
    },
    refresh: async () => {
      const { page, watch } = await ready;
      const settings = await hello();
      if (settings === null) return;
      void page.use(settings);
      if (page.active) watch.start();
      else watch.stop();
    },
    command: async (name) => {
      void carryOut(name, await ready);
    },
    hide: async ({ id }) => (await ready).cards.hide(id),
    unhide: async ({ id }) => (await ready).cards.unhide(id),
  },
  ending.signal,
);

async function hello(): Promise<Page['settings'] | null> {
  const answer = await callBackground('hello');
  if (answer.ok) return answer.value.settings;
  // The extension was updated or removed under us: leave the page as it was.
  if (!contextIsAlive()) ending.abort();
  return null;
}

async function begin(signal: AbortSignal): Promise<Reader & { readonly watch: Watch }> {
  const settings = await hello();
  if (settings === null) throw new Error('No answer from the extension');
  const painter = new Painter();
  const live = new Live();
  const page: Page = new Page(settings, painter, { changed: () => cards.refresh() }, signal);
  const cards = new Cards(page, painter);
  const watch = new Watch(
    {
      changed: () => page.read(),
      broken: () => page.broken(),
      moved: () => {
        cards.close();
        page.leave();
        void hello().then((next) => (next === null ? undefined : page.use(next)));
      },
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    cards.close();
    live.end();
    page.stop();
    painter.end();
  });
  listenForPointing(page, painter, cards, signal);
  if (page.active) watch.start();
  void page.read();
  const say = (text: string): void => live.say(text, `${theme}\n${liveCss}`);
  const checkSelection = async (): Promise<void> => {
    const words = selectedWords();
    if (words === null) {
      say(t('liveNoSelection'));
      return;
    }
    const checked = await checkWords(words.text, page.facts);
    if (checked !== null) cards.openFor(checked.item, checked.searched, words.range);
  };
  return { page, cards, painter, say, checkSelection, watch };
}
