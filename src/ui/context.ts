import type { Match } from '../core/matching/types.ts';
import { t } from '../platform/i18n.ts';
import { h } from './dom.ts';

/** The passage in its place: the sentence before, the words themselves, and the words after; null for a misquotation, which has none. */
export function contextView(match: Match): HTMLElement | null {
  if (match.role === 'misquotation') return null;
  const joined = (text: string, after: boolean): string => (text === '' ? '' : after ? ` ${text}` : `${text} `);
  return h(
    'section',
    { class: 'context', 'aria-label': t('contextTitle') },
    h('h3', null, t('contextTitle')),
    h(
      'blockquote',
      { dir: 'auto', lang: match.source.lang },
      joined(match.before.trimEnd(), false),
      h('strong', { class: 'passage' }, match.text),
      /^[\p{P}\s]/u.test(match.after) ? match.after.trimEnd() : joined(match.after.trim(), true),
    ),
  );
}
