import type { ContentApi } from '../protocol/contract.ts';
import { t } from '../platform/i18n.ts';
import { plural } from '../ui/language.ts';
import { LOOKS } from '../ui/verdict.ts';
import type { Cards } from './cards.ts';
import type { Page } from './page.ts';
import type { Painter } from './paint/painter.ts';

type Command = Parameters<ContentApi['command']>[0];

/** The parts a keyboard command works on. */
export interface Reader {
  readonly page: Page;
  readonly cards: Cards;
  readonly painter: Painter;
  /** Speaks and shows one line. */
  readonly say: (text: string) => void;
  /** Looks up the selected words. */
  readonly checkSelection: () => Promise<void>;
}

/** Carries out a keyboard command or a context-menu entry, and says what came of it. */
export async function carryOut(command: Command, reader: Reader): Promise<void> {
  const { page, cards, painter, say } = reader;
  switch (command) {
    case 'next':
    case 'previous': {
      const stop = cards.step(command === 'next' ? 1 : -1);
      if (stop === null) say(t('liveNone'));
      else if (!cards.isOpen)
        say(t('liveAt', String(stop.n), String(stop.total), labelOf(stop.entry.finding?.verdict ?? null)));
      return;
    }
    case 'card': {
      if (cards.isOpen) {
        cards.close();
        return;
      }
      const entry = cards.current ?? cards.step(1)?.entry ?? null;
      if (entry === null) say(t('liveNone'));
      else cards.reveal(entry, true);
      return;
    }
    case 'toggle-marks':
      say(t(painter.toggle() ? 'liveShown' : 'liveHidden'));
      return;
    case 'check-page':
      await page.ask();
      say(summary(page));
      return;
    case 'check-selection':
      await reader.checkSelection();
  }
}

/** "12 quotations, 5 matched" */
function summary(page: Page): string {
  const { found, matched } = page.counts();
  return found === 0 ? t('liveNone') : plural('liveSummary', found, String(matched));
}

const labelOf = (verdict: keyof typeof LOOKS | null): string =>
  verdict === null ? t('verdictWaiting') : t(LOOKS[verdict].label);
