/** Fits the speaker weights on the train articles: a log-linear choice among each quotation's candidates. */
import { candidatesOfPage } from '../../../src/core/quotations/find.ts';
import { RULES, SPEAKER_SIGNS } from '../../../src/core/quotations/speakers/speakerSigns.ts';
import { useWeights } from '../../../src/core/quotations/speakers/ranking.ts';
import type { GoldArticle, Range } from './gold.ts';
import { blocksOf } from './systems.ts';

interface Choice {
  /** Signs of each candidate. */
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  /** Where each candidate stands; candidates at one place share their probability. */
  readonly place: readonly number[];
}

const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

function choices(articles: readonly GoldArticle[]): Choice[] {
  return articles.flatMap((article) => {
    const { blocks, offsets } = blocksOf(article.text, article.lang);
    const out: Choice[] = [];
    candidatesOfPage(blocks, (place, candidates) => {
      const range = { start: offsets[place.block] + place.start, end: offsets[place.block] + place.end };
      const gold = article.gold.find((one) => touches(one, range));
      if (gold === undefined || gold.speaker === null || candidates.length === 0) return;
      const speaker = gold.speaker;
      const at = candidates.map((one) => ({
        start: offsets[one.block] + one.start,
        end: offsets[one.block] + one.end,
      }));
      out.push({
        candidates: candidates.map((one) => one.signs),
        right: at.map((one) => touches(one, speaker)),
        place: at.map((one) => one.start),
      });
    });
    return out;
  });
}

/** Signs seen less often than this keep the weight 0: they say nothing that holds elsewhere. */
const RARE = 6;

/**
 * Gradient steps from `start`, with a penalty on the distance to `prior` and a shrinking of small differences to nothing, which keeps
 * the table short.
 */
function descend(data: readonly Choice[], start: Float64Array, prior: Float64Array, penalty: number): Float64Array {
  const weights = Float64Array.from(start);
  const size = weights.length;
  const seen = new Float64Array(size);
  for (const { candidates } of data) for (const signs of candidates) for (const i of signs) seen[i]++;
  const speed = new Float64Array(size).fill(1e-6);
  for (let round = 0; round < 220; round++) {
    const gradient = new Float64Array(size);
    for (const { candidates, right } of data) {
      const beliefs = candidates.map((signs) => Math.exp(signs.reduce((sum, i) => sum + weights[i], 0)));
      const total = beliefs.reduce((sum, belief) => sum + belief, 1);
      const good = beliefs.reduce((sum, belief, c) => sum + (right[c] ? belief : 0), 0);
      candidates.forEach((signs, c) => {
        // With no right candidate the belief should fall to "nobody", whose score is 0.
        const slope = (right[c] ? beliefs[c] / good : 0) - beliefs[c] / total;
        for (const i of signs) gradient[i] += slope;
      });
    }
    for (let i = 0; i < size; i++) {
      if (seen[i] < RARE) {
        weights[i] = prior[i];
        continue;
      }
      const slope = gradient[i] - penalty * (weights[i] - prior[i]);
      speed[i] += slope * slope;
      const step = 0.4 / Math.sqrt(speed[i]);
      const moved = weights[i] + step * slope - prior[i];
      weights[i] = prior[i] + Math.sign(moved) * Math.max(0, Math.abs(moved) - step * penalty);
    }
  }
  return weights.map((weight) => Math.round(weight * 10) / 10);
}

function accuracy(data: readonly Choice[], weights: Float64Array): string {
  let right = 0;
  let possible = 0;
  for (const choice of data) {
    const beliefs = choice.candidates.map((signs) => Math.exp(signs.reduce((sum, i) => sum + weights[i], 0)));
    let best = 0;
    let most = -1;
    choice.place.forEach((place, c) => {
      const share = beliefs.reduce((sum, belief, k) => sum + (choice.place[k] === place ? belief : 0), 0);
      if (share > most) [best, most] = [c, share];
    });
    if (choice.right[best]) right++;
    if (choice.right.some(Boolean)) possible++;
  }
  const percent = (part: number): string => ((100 * part) / data.length).toFixed(1);
  return `right ${percent(right)} % of ${data.length}, a right candidate in ${percent(possible)} %`;
}

/** Layout that is too rare in the train articles to be fitted, and plain to a reader: `“…” — Name`, `Name: “…”` at a line's start. */
function layoutPrior(): Float64Array {
  const weights = new Float64Array(SPEAKER_SIGNS.count);
  const { sign } = SPEAKER_SIGNS;
  for (const closing of [0, 1, 2, 3]) {
    weights[sign.dashName(0, closing)] = 2.5;
    weights[sign.dashName(1, closing)] = 3;
  }
  weights[sign.ruleKind(RULES.indexOf('dash-line'), 0)] = 3.5;
  weights[sign.nameColonKind(0, 1)] = 2.5;
  return weights;
}

/** Fits in rounds, since the speaker of the quotation before is a candidate itself. Answers the weights; `prior` are those of English. */
export function fitSpeakers(code: string, articles: readonly GoldArticle[], prior: Float64Array | null): Float64Array {
  const base = prior ?? layoutPrior();
  const penalty = 0.4;
  const fit = (part: readonly GoldArticle[]): Float64Array => {
    let weights = base;
    useWeights(code, weights);
    for (let round = 0; round < 3; round++) {
      weights = descend(choices(part), weights, base, penalty);
      useWeights(code, weights);
    }
    return weights;
  };
  const part = fit(articles.filter((_, i) => i % 5 !== 0));
  console.log(`${code} speakers, held out: ${accuracy(choices(articles.filter((_, i) => i % 5 === 0)), part)}`);
  const all = fit(articles);
  console.log(
    `${code} speakers, all: ${accuracy(choices(articles), all)}, ${all.filter((weight, i) => weight !== base[i]).length} weights`,
  );
  return all;
}
