import { readWeights } from '../signs.ts';
import { KIND_SIGNS, signsOf, type Passage } from './signs.ts';
import { KIND_WEIGHTS } from './weights.ts';

const tables = new Map<string, Float64Array>();

function weightsOf(language: string): Float64Array {
  let weights = tables.get(language);
  if (weights === undefined) {
    weights = readWeights(KIND_WEIGHTS[language] ?? KIND_WEIGHTS.en, KIND_SIGNS.count);
    tables.set(language, weights);
  }
  return weights;
}

/**
 * What is added for languages that no weights were fitted for. The weights were fitted on English, where a long passage without a known
 * verb of saying is rare; elsewhere the table of verbs is shorter, so length counts for more.
 */
const elsewhere = ({ words }: Passage): number => (words >= 5 ? 3 : words >= 3 ? 1 : 0);

/** Odds that a passage must beat, by language: where F1 on the train articles is highest, for all lengths and for five words and more. */
const BAR: Readonly<Record<string, number>> = { en: 0.3, de: -0.5 };

/** Log-odds, above the language's bar, that a marked passage quotes somebody. */
export function oddsOfQuotation(passage: Passage): number {
  const weights = weightsOf(passage.block.lexicon.language.code);
  let odds = KIND_WEIGHTS[passage.block.lexicon.language.code] !== undefined ? 0 : elsewhere(passage);
  // `“Never,” said X` is speech however short; one word with its verb behind it is too rare in the train articles to be fitted.
  if (passage.beside && passage.rule === 'after:inverted') odds += 2;
  for (const sign of signsOf(passage)) odds += weights[sign];
  return odds - (BAR[passage.block.lexicon.language.code] ?? 0);
}
