import type { PackDocument, StatementStatus } from './document.ts';
import type { PackTurn, SourceInfo } from './types.ts';

/** What a reader is told of a source; everything of a document but its words. */
export function sourceInfo(document: PackDocument): SourceInfo {
  return {
    id: document.id,
    title: document.title,
    speaker: document.speaker ?? null,
    date: document.date ?? null,
    venue: document.venue ?? null,
    url: document.url ?? null,
    archive: document.archive ?? null,
    licence: document.licence ?? null,
    lang: document.lang,
    class: document.class,
    uncertain: document.uncertain ?? null,
    statement: document.statement ?? null,
  };
}

/** Statuses whose renderings are wordings of something that was said; under the others they are misquotations. */
const GENUINE: ReadonlySet<StatementStatus> = new Set(['documented', 'denied']);

/**
 * The turns of a document: its words, then, of a statement, the original wording and every rendering in the order of the
 * document (so that rendering i is the turn at i behind the others).
 */
export function turnsOf(document: PackDocument): PackTurn[] {
  const speaker = document.speaker ?? null;
  const turns: PackTurn[] = [];
  if (document.text !== undefined) turns.push({ speaker, role: 'spoken', by: null, at: null, text: document.text });
  for (const turn of document.turns ?? []) {
    turns.push({ speaker: turn.speaker ?? speaker, role: 'spoken', by: null, at: turn.at ?? null, text: turn.text });
  }
  const { statement } = document;
  if (statement === undefined) return turns;
  if (statement.original !== undefined) {
    const { text, by } = statement.original;
    turns.push({ speaker, role: 'original', by: by ?? null, at: null, text });
  }
  const role = GENUINE.has(statement.status) ? 'rendering' : 'misquotation';
  for (const { by, text } of statement.renderings) turns.push({ speaker, role, by, at: null, text });
  return turns;
}

/** Index of the first rendering among a statement's turns, given how many turns and renderings it has. */
export const firstRendering = (turns: number, renderings: number): number => turns - renderings;
