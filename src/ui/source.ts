import type { SourceClass } from '../core/packs/document.ts';
import type { Match } from '../core/matching/types.ts';
import { t } from '../platform/i18n.ts';
import { h, isSafeAddress, type Child } from './dom.ts';
import { formatDate, formatTime } from './language.ts';
import { passageAddress } from './links.ts';

type Key = Parameters<typeof t>[0];

export const CLASS_LABELS: Readonly<Record<SourceClass, Key>> = {
  recording: 'classRecording',
  'official transcript': 'classOfficialTranscript',
  'official translation': 'classOfficialTranslation',
  'published text': 'classPublishedText',
  'news transcript': 'classNewsTranscript',
  'news report': 'classNewsReport',
  'anonymous briefing': 'classAnonymousBriefing',
  research: 'classResearch',
};

/** Whose wording a rendering is; null for the source's own words, and for misquotations: those are nobody's. */
export const wordingBy = ({ by, role }: Match): string | null => (role === 'misquotation' ? null : by);

/** Where the words come from: title, speaker, date, class of source, licence and links. */
export function sourceView(match: Match, packName: string | null): HTMLElement {
  const { source } = match;
  const speaker = match.speaker ?? source.speaker;
  const facts: [string, Child][] = [
    [t('sourceSpeaker'), speaker],
    [t('sourceWording'), wordingBy(match)],
    [t('sourceDate'), source.date === null ? null : formatDate(source.date)],
    [t('sourceVenue'), source.venue],
    [t('sourceTime'), match.at === null ? null : formatTime(match.at)],
    [t('sourceClass'), t(CLASS_LABELS[source.class])],
    [t('sourceLicence'), source.licence],
    [t('sourcePack'), packName],
  ];
  return h(
    'section',
    { class: 'source', 'aria-label': t('sourceHeading') },
    h('h3', null, t('sourceHeading')),
    h('p', { class: 'title', dir: 'auto' }, source.title),
    h(
      'dl',
      { class: 'facts' },
      facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => h('div', null, h('dt', null, name), h('dd', { dir: 'auto' }, value))),
    ),
    linksView(match),
  );
}

function linksView(match: Match): HTMLElement | null {
  const address = passageAddress(match);
  const { archive } = match.source;
  const links: Child[] = [];
  if (address !== null) links.push(link(address, t('sourceOpen'), 'open-source'));
  if (archive !== null && isSafeAddress(archive)) links.push(link(archive, t('sourceArchive'), 'open-archive'));
  return links.length === 0 ? null : h('p', { class: 'links' }, ...links);
}

/** A link out, in a new tab that learns nothing of this page. */
export function link(address: string, text: string, action: string): HTMLElement {
  return h(
    'a',
    {
      href: address,
      target: '_blank',
      rel: 'noopener noreferrer',
      referrerpolicy: 'no-referrer',
      'data-action': action,
    },
    text,
  );
}
