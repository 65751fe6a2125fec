import { VERDICTS, type Verdict } from '../../core/matching/types.ts';
import type { ReadingSettings } from '../../core/settings/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { fill, h } from '../../ui/dom.ts';
import { isMarked, MARK_NAMES, marksCss } from '../../ui/marks.ts';
import { verdictSign } from '../../ui/verdict.ts';
import { checkbox } from '../controls.ts';
import { verdictText } from '../wording.ts';

type Painted = Exclude<Verdict, 'not-checked'>;
const PAINTED = VERDICTS.filter((verdict): verdict is Painted => verdict !== 'not-checked');

/** A sentence for each verdict, with its quotation between “ and ”. */
const SAMPLES: Readonly<Record<Painted, MessageKey>> = {
  exact: 'optionsSampleExact',
  'edits-marked': 'optionsSampleEdits',
  cleaned: 'optionsSampleCleaned',
  'key-word-altered': 'optionsSampleKeyWord',
  altered: 'optionsSampleAltered',
  joined: 'optionsSampleJoined',
  resembles: 'optionsSampleResembles',
  'known-misquotation': 'optionsSampleKnown',
  'not-found': 'optionsSampleNotFound',
};

/** Each verdict with its name, a switch for its mark, and a sentence marked exactly as pages are. */
export class Preview {
  readonly root = h('ul', { class: 'preview', 'data-part': 'preview' });
  readonly #sheet = new CSSStyleSheet();
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #change: (verdict: Verdict, shown: boolean) => void;
  #reading: ReadingSettings | null = null;

  constructor(change: (verdict: Verdict, shown: boolean) => void, signal: AbortSignal) {
    this.#change = change;
    document.adoptedStyleSheets.push(this.#sheet);
    this.#dark.addEventListener('change', () => this.#restyle(), { signal });
  }

  draw(reading: ReadingSettings, locked: boolean): void {
    this.#reading = reading;
    const rows = PAINTED.map((verdict) => ({ verdict, text: document.createTextNode(t(SAMPLES[verdict])) }));
    fill(
      this.root,
      rows.map(({ verdict, text }) => this.#row(verdict, text, reading, locked)),
    );
    // Firefox paints no range whose text came into the document later than the range into its highlight.
    for (const { verdict, text } of rows)
      if (isMarked(verdict, reading)) CSS.highlights.set(MARK_NAMES[verdict], new Highlight(quotedIn(text)));
      else CSS.highlights.delete(MARK_NAMES[verdict]);
    this.#restyle();
  }

  #restyle(): void {
    if (this.#reading !== null) this.#sheet.replaceSync(marksCss(this.#reading, this.#dark.matches));
  }

  #row(verdict: Painted, text: Text, reading: ReadingSettings, locked: boolean): HTMLElement {
    const marked = isMarked(verdict, reading);
    return h(
      'li',
      { 'data-verdict': verdict, 'data-marked': marked ? 'yes' : 'no' },
      checkbox({
        key: `mark ${verdict}`,
        label: [verdictSign(verdict), ' ', verdictText(verdict)],
        checked: marked,
        // What the strictness leaves out can't be switched on one by one.
        disabled: locked || (!marked && !reading.hidden.includes(verdict)),
        change: (shown) => this.#change(verdict, shown),
      }),
      h('p', { class: 'sample' }, text),
    );
  }
}

/** The words between the quotation marks. */
function quotedIn(text: Text): Range {
  const range = document.createRange();
  range.setStart(text, text.data.indexOf('“') + 1);
  range.setEnd(text, text.data.lastIndexOf('”'));
  return range;
}
