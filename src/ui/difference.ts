import { HARMLESS, MARKED } from '../core/matching/change.ts';
import type { Edit, Match } from '../core/matching/types.ts';
import { t } from '../platform/i18n.ts';
import { h, spoken } from './dom.ts';
import { wordingBy } from './source.ts';
import { sourceName } from './verdict.ts';

/** One stretch of a line of the comparison: the same in both, or touched by an edit. */
export interface Stretch {
  readonly text: string;
  readonly edit: Edit | null;
}

/** Edits that the article itself shows as edits, or that the closed list of small differences covers, are drawn quietly. */
const QUIET = new Set<Edit['kind']>([...MARKED, ...HARMLESS]);

/**
 * Cuts a text at the edits of one side. Offsets are UTF-16 indices into `text` after `shift` is subtracted; ranges out of
 * the text or out of order (an answer is never trusted) are left out. An empty range gives an empty stretch: here words are
 * missing that the other side has.
 */
export function stretches(text: string, edits: readonly Edit[], side: 'quote' | 'source', shift = 0): Stretch[] {
  const result: Stretch[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a[side][0] - b[side][0])) {
    const start = edit[side][0] - shift;
    const end = edit[side][1] - shift;
    if (start < at || end < start || end > text.length) continue;
    if (start > at) result.push({ text: text.slice(at, start), edit: null });
    result.push({ text: text.slice(start, end), edit });
    at = end;
  }
  if (at < text.length) result.push({ text: text.slice(at), edit: null });
  return result;
}

/** The article's words over the source's words, each difference marked by shape, by colour and in words for screen readers. */
export function differenceView(quote: string, match: Match): HTMLElement {
  return h(
    'dl',
    { class: 'difference' },
    line('article', t('differenceArticle'), stretches(quote, match.edits, 'quote')),
    line(
      'source',
      match.role === 'misquotation' ? t('differenceOnRecord') : t('differenceSource'),
      stretches(match.text, match.edits, 'source', match.start),
      sourceByline(match),
    ),
  );
}

/** "Speaker, title, date": enough to know whose words these are without reading on. */
function sourceByline(match: Match): HTMLElement {
  const speaker = match.speaker ?? match.source.speaker;
  const wording = wordingBy(match);
  const by = wording === null ? null : t('renderingBy', wording);
  const parts = [speaker, sourceName(match), by].filter((each) => each !== null);
  return h('p', { class: 'line-by', dir: 'auto' }, parts.join(' · '));
}

function line(
  side: 'article' | 'source',
  name: string,
  parts: readonly Stretch[],
  under: HTMLElement | null = null,
): HTMLElement {
  return h(
    'div',
    { class: `line line-${side}`, 'data-side': side },
    h('dt', null, name),
    h(
      'dd',
      { dir: 'auto' },
      ...parts.map((part) => (part.edit === null ? part.text : marked(part.text, part.edit, side))),
      under,
    ),
  );
}

function marked(text: string, edit: Edit, side: 'article' | 'source'): HTMLElement {
  const quiet = QUIET.has(edit.kind) ? ' quiet' : '';
  if (text === '')
    return h('mark', { class: `edit missing${quiet}`, 'data-kind': edit.kind }, '‸', spoken(t('differenceNothing')));
  const core = text.trim();
  const lead = text.slice(0, text.indexOf(core));
  const trail = text.slice(lead.length + core.length);
  const words =
    side === 'article'
      ? [t('differenceHereStart'), t('differenceHereEnd')]
      : [t('differenceThereStart'), t('differenceThereEnd')];
  return h(
    'span',
    null,
    lead,
    h(
      'mark',
      { class: `edit edit-${edit.op}${quiet}`, 'data-kind': edit.kind },
      spoken(`${words[0]} `),
      core,
      spoken(` ${words[1]}`),
    ),
    trail,
  );
}
