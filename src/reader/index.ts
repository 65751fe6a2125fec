import type { Answer } from '../protocol/rpc.ts';
import type { BackgroundApi } from '../protocol/contract.ts';
import type { PackTurn, SourceInfo } from '../core/packs/types.ts';
import { localise, t } from '../platform/i18n.ts';
import { callBackground } from '../platform/messages.ts';
import { fill, h, isSafeAddress, type Child } from '../ui/dom.ts';
import { formatDate, formatTime } from '../ui/language.ts';
import { CLASS_LABELS, link } from '../ui/source.ts';
import { paragraphsOf, readPlace, type ReaderPlace } from './place.ts';

type SourceText = NonNullable<Answer<BackgroundApi, 'sourceText'>>;

localise(document);
const app = document.getElementById('app')!;
addEventListener('hashchange', () => void show());
void show();

async function show(): Promise<void> {
  const place = readPlace(location.hash);
  const answer = place === null ? null : await callBackground('sourceText', { pack: place.pack, source: place.source });
  if (place === null || answer === null || !answer.ok || answer.value === null) {
    const why = answer !== null && !answer.ok ? answer.error : t('readerMissingHint');
    fill(
      app,
      h('main', { class: 'state', 'data-state': 'missing' }, h('h1', null, t('readerMissing')), h('p', null, why)),
    );
    return;
  }
  const text = answer.value;
  document.title = text.source.title;
  fill(app, headView(text.source, text.pack), textView(text, place));
  toPassage('instant');
}

function headView(source: SourceInfo, pack: string): HTMLElement {
  const facts: [string, string | null][] = [
    [t('sourceSpeaker'), source.speaker],
    [t('sourceDate'), source.date === null ? null : formatDate(source.date)],
    [t('sourceVenue'), source.venue],
    [t('sourceClass'), t(CLASS_LABELS[source.class])],
    [t('sourceLicence'), source.licence],
    [t('sourcePack'), pack],
  ];
  const links: Child[] = [];
  if (source.url !== null && isSafeAddress(source.url)) links.push(link(source.url, t('sourceOpen'), 'open-source'));
  if (source.archive !== null && isSafeAddress(source.archive))
    links.push(link(source.archive, t('sourceArchive'), 'open-archive'));
  const finding = source.statement?.finding;
  return h(
    'header',
    { class: 'head' },
    h('h1', { dir: 'auto' }, source.title),
    h(
      'dl',
      { class: 'facts' },
      facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => h('div', null, h('dt', null, name), h('dd', { dir: 'auto' }, value))),
      finding === undefined
        ? null
        : h('div', null, h('dt', null, t('readerFinding')), h('dd', { dir: 'auto' }, finding)),
    ),
    links.length === 0 ? null : h('p', { class: 'links' }, ...links),
  );
}

function textView({ source, turns }: SourceText, place: ReaderPlace): HTMLElement {
  const hasPassage = place.end > place.start && turns[place.turn] !== undefined;
  return h(
    'main',
    { 'data-state': 'source', lang: source.lang },
    turns.map((turn, index) => turnView(turn, source, index === place.turn ? place : null, turns[index - 1] ?? null)),
    hasPassage
      ? h(
          'button',
          { type: 'button', class: 'to-passage', 'data-action': 'to-passage', onclick: () => toPassage('smooth') },
          t('readerToPassage'),
        )
      : null,
  );
}

function turnView(turn: PackTurn, source: SourceInfo, place: ReaderPlace | null, before: PackTurn | null): HTMLElement {
  const heading = headingOf(turn, source, before);
  return h(
    'section',
    { class: place === null ? 'turn' : 'turn has-passage', 'data-role': turn.role },
    heading === null ? null : h('h2', { dir: 'auto' }, heading),
    paragraphsOf(turn.text, place?.start ?? 0, place?.end ?? 0).map(({ text, passage }) =>
      passage === null
        ? h('p', { dir: 'auto' }, text)
        : h(
            'p',
            { dir: 'auto' },
            text.slice(0, passage[0]),
            h('mark', { class: 'passage', tabindex: '-1' }, text.slice(...passage)),
            text.slice(passage[1]),
          ),
    ),
  );
}

/** Who speaks, where that changes; for documented statements, whose wording it is. */
function headingOf(turn: PackTurn, source: SourceInfo, before: PackTurn | null): string | null {
  switch (turn.role) {
    case 'original':
      return t('readerOriginal');
    case 'rendering':
      return t('readerRendering', turn.by ?? '');
    case 'misquotation':
      return t('readerMisquotation');
    case 'spoken': {
      const time = turn.at === null ? null : formatTime(turn.at);
      const changed = before === null || before.speaker !== turn.speaker;
      const name =
        changed && turn.speaker !== source.speaker ? turn.speaker : changed && before !== null ? turn.speaker : null;
      return [time, name].filter((each) => each !== null).join(' · ') || null;
    }
  }
}

function toPassage(behavior: ScrollBehavior): void {
  const passage = app.querySelector<HTMLElement>('.passage');
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  passage?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : behavior });
  passage?.focus({ preventScroll: true });
}
