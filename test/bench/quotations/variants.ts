import type { GoldArticle, GoldQuotation, Range } from './gold.ts';

/** An edit of an article's text: `at` units replaced by `text`. */
interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The article after the changes (in order, not overlapping), every range moved along. A range edge at a change stays left of inserted text when `start`. */
function changed(article: GoldArticle, changes: readonly Change[], drop: readonly Range[] = []): GoldArticle {
  let text = '';
  let last = 0;
  const moves: { at: number; by: number }[] = [];
  let by = 0;
  for (const change of changes) {
    text += article.text.slice(last, change.at) + change.insert;
    last = change.at + change.remove;
    by += change.insert.length - change.remove;
    moves.push({ at: last, by });
  }
  text += article.text.slice(last);
  const move = (offset: number): number => {
    let shift = 0;
    for (const entry of moves) {
      if (entry.at > offset) break;
      shift = entry.by;
    }
    return offset + shift;
  };
  const range = <T extends Range>(one: T): T => ({ ...one, start: move(one.start), end: move(one.end) });
  return {
    ...article,
    text,
    gold: article.gold.map((one) => ({ ...range(one), speaker: one.speaker === null ? null : range(one.speaker) })),
    unclear: [...article.unclear, ...drop].map(range),
  };
}

const each = (text: string, pattern: RegExp, insert: (hit: RegExpExecArray) => string): Change[] =>
  [...text.matchAll(pattern)].map((hit) => ({ at: hit.index, remove: hit[0].length, insert: insert(hit) }));

/** All marks and apostrophes straight. */
export function straight(article: GoldArticle): GoldArticle {
  return changed(
    article,
    each(article.text, /[“”„]|[‘’]|''/g, (hit) => (/[‘’]/.test(hit[0]) ? "'" : '"')),
  );
}

/** A small linear generator, so that every run damages the same places. */
function generator(seed: string): () => number {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619) >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Quotations of two or more sentences are split into two paragraphs, the second re-opened, the first not closed. */
export function reopened(article: GoldArticle): GoldArticle {
  const changes: Change[] = [];
  const cuts = new Map<GoldQuotation, { end: number; start: number }>();
  for (const quotation of article.gold) {
    const inside = article.text.slice(quotation.start, quotation.end);
    const cut = /[a-z]{3}([.!?] )(?=[A-Z])/.exec(inside);
    const opener = /["“]$|''$/.exec(article.text.slice(0, quotation.start))?.[0];
    if (cut === null || opener === undefined || /["“”„]|''/.test(inside)) continue;
    const at = quotation.start + cut.index + 4;
    changes.push({ at, remove: 1, insert: `\n\n${opener}` });
    cuts.set(quotation, { end: at - 1, start: at + 1 });
  }
  const split = article.gold.flatMap((quotation): GoldQuotation[] => {
    const cut = cuts.get(quotation);
    return cut === undefined
      ? [quotation]
      : [
          { ...quotation, end: cut.end },
          { ...quotation, start: cut.start },
        ];
  });
  return changed({ ...article, gold: split }, changes);
}

/** One closing mark of the article is lost; the quotation it closed is left out of the score unless `keep`. */
export function oneLost(article: GoldArticle, keep = false): GoldArticle {
  const next = generator(article.id);
  const closing = article.gold
    .map((quotation) => ({
      quotation,
      mark: /^(?:(?!'')[\p{P}\p{S} ])*?(''|["”])/u.exec(article.text.slice(quotation.end, quotation.end + 6)),
    }))
    .filter((one) => one.mark !== null);
  if (closing.length === 0) return article;
  const { quotation, mark } = closing[Math.floor(next() * closing.length)];
  const length = mark![1].length;
  const at = quotation.end + mark![0].length - length;
  return changed(
    { ...article, gold: keep ? article.gold : article.gold.filter((one) => one !== quotation) },
    [{ at, remove: length, insert: '' }],
    keep ? [] : [{ start: quotation.start, end: quotation.end }],
  );
}

/** British house style: double marks become single ones, single ones inside become double, apostrophes stay. */
export function british(article: GoldArticle, curly: boolean): GoldArticle {
  const [open, close, innerOpen, innerClose] = curly ? ['‘', '’', '“', '”'] : ["'", "'", '"', '"'];
  const apostrophe = curly ? '’' : "'";
  return changed(
    article,
    each(article.text, /["“”]|[‘’']/g, (hit) => {
      const before = article.text[hit.index - 1] ?? ' ';
      const after = article.text[hit.index + 1] ?? ' ';
      const opening = /[\s([—–‘“-]/.test(before) && /[^\s]/.test(after);
      if (/["“”]/.test(hit[0])) return hit[0] === '“' || (hit[0] === '"' && opening) ? open : close;
      const inside = article.gold.some((one) => one.start < hit.index && hit.index < one.end);
      if (hit[0] === '‘' || (hit[0] === "'" && opening && inside)) return inside ? innerOpen : open;
      // A closing single mark: only when an opening one stands before it in the quotation.
      const quotation = article.gold.find((one) => one.start < hit.index && hit.index < one.end + 3);
      const since = quotation === undefined ? '' : article.text.slice(quotation.start - 2, hit.index);
      const openInner = (since.match(/(?:^|[\s"“(])['‘](?=\S)/g) ?? []).length;
      const closedInner = (since.match(/[^\s]['’](?![\p{L}\d])/gu) ?? []).length;
      if (/[\p{L}]/u.test(after) || openInner <= closedInner) return apostrophe;
      return innerClose;
    }),
  );
}

/** Articles without the doubled apostrophes of one archive, which no live page shows. */
export const isClean = (article: GoldArticle): boolean => !article.text.includes("''");
