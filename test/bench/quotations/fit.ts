/**
 * `npx tsx test/bench/quotations/fit.ts`: fits the weights of kinds/weights.ts and speakers/weights.ts on the train articles (logistic
 * regression and log-linear choice, with penalties that keep small weights at zero) and writes the two files. Looks at no dev article.
 * With `de` only German is fitted, on top of the English weights that stand there.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { passagesOf } from '../../../src/core/quotations/find.ts';
import { KIND_SIGNS, signsOf } from '../../../src/core/quotations/kinds/signs.ts';
import { SPEAKER_SIGNS } from '../../../src/core/quotations/speakers/speakerSigns.ts';
import { SPEAKER_WEIGHTS } from '../../../src/core/quotations/speakers/weights.ts';
import { KIND_WEIGHTS } from '../../../src/core/quotations/kinds/weights.ts';
import { readWeights, writeWeights } from '../../../src/core/quotations/signs.ts';
import { fitSpeakers } from './fitSpeakers.ts';
import { englishNews, germanNews, trimmed, type GoldArticle } from './gold.ts';
import { blocksOf } from './systems.ts';

interface Example {
  readonly signs: readonly number[];
  readonly quotation: boolean;
}

function examples(articles: readonly GoldArticle[]): Example[] {
  return articles.flatMap((article) => {
    const { blocks, offsets } = blocksOf(article.text, article.lang);
    return passagesOf(blocks).flatMap((passage): Example[] => {
      const span = passage.page.spans[passage.block.tokens[passage.token].span];
      const offset = offsets[span.block];
      const range = trimmed(article.text, { start: offset + span.start, end: offset + span.end });
      if (article.unclear.some((zone) => zone.start < range.end && range.start < zone.end)) return [];
      const quotation = article.gold.some((one) => one.start === range.start && one.end === range.end);
      // A range that overlaps gold without being it says nothing about its kind.
      if (!quotation && article.gold.some((one) => one.start < range.end && range.start < one.end)) return [];
      return [{ signs: signsOf(passage), quotation }];
    });
  });
}

const oddsOf = (signs: readonly number[], weights: Float64Array): number =>
  signs.reduce((sum, i) => sum + weights[i], 0);

/** Gradient descent with a step per sign (Adagrad); the penalty pulls every weight but the bias to zero. */
function fit(data: readonly Example[], penalty: number): Float64Array {
  const weights = new Float64Array(KIND_SIGNS.count);
  const bias = KIND_SIGNS.sign.bias();
  const speed = new Float64Array(weights.length).fill(1e-6);
  for (let round = 0; round < 600; round++) {
    const gradient = weights.map((weight, i) => (i === bias ? 0 : -penalty * weight));
    for (const { signs, quotation } of data) {
      const error = (quotation ? 1 : 0) - 1 / (1 + Math.exp(-oddsOf(signs, weights)));
      for (const i of signs) gradient[i] += error;
    }
    gradient.forEach((slope, i) => {
      speed[i] += slope * slope;
      weights[i] += (0.5 * slope) / Math.sqrt(speed[i]);
    });
  }
  return weights.map((weight) => Math.round(weight * 10) / 10);
}

function report(name: string, data: readonly Example[], weights: Float64Array): void {
  let [right, shown, gold] = [0, 0, 0];
  for (const { signs, quotation } of data) {
    const odds = oddsOf(signs, weights);
    if (quotation) gold++;
    if (odds > 0) shown++;
    if (odds > 0 && quotation) right++;
  }
  const percent = (value: number): string => (100 * value).toFixed(1);
  console.log(
    `${name}: precision ${percent(right / shown)} recall ${percent(right / gold)} F1 ${percent((2 * right) / (shown + gold))} of ${data.length}`,
  );
}

/** A table of weights as TypeScript. */
const source = (comment: string, name: string, tables: Record<string, string>): string =>
  `/** ${comment} Written by test/bench/quotations/fit.ts. */\nexport const ${name}: Readonly<Record<string, string>> = {\n${Object.entries(
    tables,
  )
    .map(([code, text]) => `  ${code}: '${text}',`)
    .join('\n')}\n};\n`;

const folder = fileURLToPath(new URL('../../../src/core/quotations/', import.meta.url));
const english = englishNews('train');
const german = germanNews('train');

const germanOnly = process.argv.includes('de');
const speakers = germanOnly ? readWeights(SPEAKER_WEIGHTS.en, SPEAKER_SIGNS.count) : fitSpeakers('en', english, null);
const speakersGerman = fitSpeakers('de', german, speakers);
writeFileSync(
  `${folder}speakers/weights.ts`,
  source(
    'Weights of the signs by which a speaker is chosen (SPEAKER_SIGNS in speakerSigns.ts), in tenths; German as what differs from English. Fitted on the train articles.',
    'SPEAKER_WEIGHTS',
    { en: writeWeights(speakers), de: writeWeights(speakersGerman.map((weight, i) => weight - speakers[i])) },
  ),
);

const tables: Record<string, string> = {};
for (const [code, articles] of [
  ['en', english],
  ['de', german],
] as const) {
  if (germanOnly && code === 'en') {
    tables[code] = KIND_WEIGHTS[code];
    continue;
  }
  // German has a tenth of the examples, so its weights are held back more.
  const [penalty, folds] = [code === 'de' ? 2 : 1, 5];
  for (const fold of [0, 1, 2, 3, 4]) {
    const held = examples(articles.filter((_, i) => i % folds === fold));
    report(
      `${code} kinds, held out ${fold}`,
      held,
      fit(examples(articles.filter((_, i) => i % folds !== fold)), penalty),
    );
  }
  const all = examples(articles);
  const weights = fit(all, penalty);
  tables[code] = writeWeights(weights);
  report(`${code} kinds, all`, all, weights);
}
writeFileSync(
  `${folder}kinds/weights.ts`,
  source(
    'Weights of the signs that tell a quotation from a title or a so-called word (KIND_SIGNS in signs.ts), in tenths, by language. Fitted on the train articles.',
    'KIND_WEIGHTS',
    tables,
  ),
);
