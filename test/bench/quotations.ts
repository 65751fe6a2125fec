/**
 * `npm run bench -- quotations [train]`: how well the finder finds quotations and their speakers, with two naive baselines in the same run.
 * Dev sets are for totals (the default); `train` prints the worst errors too. Needs the optional data folder; without it only size and speed run.
 */
import { fixtures } from './quotations/fixtures.ts';
import { hasData, englishNews, germanNews, singleMarkFiction, type GoldArticle } from './quotations/gold.ts';
import { addSpans, emptyScore, f1, precision, recall, type Score } from './quotations/score.ts';
import { perLine, verbatim, wholeText, type Predicted } from './quotations/systems.ts';
import { british, isClean, oneLost, reopened, straight } from './quotations/variants.ts';
import { cost } from './quotations/cost.ts';
import { names } from './quotations/names.ts';
import { speakers } from './quotations/speakers.ts';

type System = (text: string, lang: string) => Predicted[];

const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);

function scoreOf(articles: readonly GoldArticle[], system: System, words: number): Score {
  const score = emptyScore();
  for (const article of articles) addSpans(score, article, system(article.text, article.lang), words);
  return score;
}

function row(name: string, articles: readonly GoldArticle[], words: number, single: boolean): void {
  const cells = [
    scoreOf(articles, (text, lang) => verbatim(text, lang), words),
    scoreOf(articles, (text) => perLine(text, single), words),
    scoreOf(articles, (text) => wholeText(text, single), words),
  ].map((score) => `${percent(precision(score))}${percent(recall(score))}${percent(f1(score))}`);
  console.log(`${name.padEnd(46)} | ${cells.join(' | ')}`);
}

function spanTable(split: 'train' | 'dev'): void {
  const english = englishNews(split);
  const clean = english.filter(isClean);
  const german = germanNews(split);
  console.log(`\nspans, exact P R F1 (${split})`.padEnd(48) + '| Verbatim        | per line        | whole text');
  row('English, 5 words and more', english, 5, false);
  row('English, 5 words and more, no doubled apostrophes', clean, 5, false);
  row('English, all lengths', english, 1, false);
  row('English, all lengths, no doubled apostrophes', clean, 1, false);
  row('  all straight, 5+', clean.map(straight), 5, false);
  row('  paragraphs re-opened, 5+', clean.map(reopened), 5, false);
  row(
    '  re-opened, straight, 5+',
    clean.map((one) => straight(reopened(one))),
    5,
    false,
  );
  row(
    '  one closing mark lost, 5+',
    clean.map((one) => oneLost(one)),
    5,
    false,
  );
  row(
    '  one closing mark lost, straight, 5+',
    clean.map((one) => straight(oneLost(one))),
    5,
    false,
  );
  row(
    '  lost, re-opened, straight, 5+',
    clean.map((one) => straight(oneLost(reopened(one)))),
    5,
    false,
  );
  row(
    '  lost and itself counted, 5+',
    clean.map((one) => oneLost(one, true)),
    5,
    false,
  );
  row(
    'British curly, all lengths',
    clean.map((one) => british(one, true)),
    1,
    true,
  );
  row(
    'British straight, all lengths',
    clean.map((one) => british(one, false)),
    1,
    true,
  );
  row(
    'British curly, 5+',
    clean.map((one) => british(one, true)),
    5,
    true,
  );
  row(
    'British straight, 5+',
    clean.map((one) => british(one, false)),
    5,
    true,
  );
  row('German, all lengths', german, 1, false);
  row('German, 5 words and more', german, 5, false);
  row('fiction in single marks, all lengths', singleMarkFiction(), 1, true);
}

/** The worst span errors of the train articles: long passages first. */
function spanErrors(articles: readonly GoldArticle[]): void {
  const errors: { length: number; line: string }[] = [];
  for (const article of articles) {
    const { missed, extra } = addSpans(emptyScore(), article, verbatim(article.text, article.lang), 5);
    for (const [name, list] of [
      ['missed', missed],
      ['extra', extra],
    ] as const) {
      for (const range of list) {
        const context = article.text.slice(Math.max(0, range.start - 60), range.start + 90).replace(/\n+/g, ' ¶ ');
        errors.push({ length: range.end - range.start, line: `${name} ${article.id}@${range.start}: ${context}` });
      }
    }
  }
  console.log(`\nspan errors of five words and more: ${errors.length}; the twelve longest`);
  for (const { line } of errors.sort((a, b) => b.length - a.length).slice(0, 12)) console.log(`  ${line}`);
}

/** One line a language of our own fixtures. */
function fixtureTable(): void {
  const all = fixtures();
  console.log('\nown fixtures, exact P R F1'.padEnd(48) + '| Verbatim        | per line        | whole text');
  for (const lang of new Set(all.map((one) => one.lang))) {
    const articles = all.filter((one) => one.lang === lang);
    row(`  ${lang}`, articles, 1, false);
  }
}

export function run(args: readonly string[]): void {
  const split = args.includes('train') ? 'train' : 'dev';
  fixtureTable();
  if (hasData()) {
    spanTable(split);
    speakers(split);
    names(split === 'train');
    if (split === 'train') spanErrors(englishNews('train').filter(isClean));
  } else {
    console.log('No ../shared/data/quotations here: the accuracy tables are left out.');
  }
  cost();
}
