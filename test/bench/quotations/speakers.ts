import { englishNews, germanNews, wordCount, type GoldArticle } from './gold.ts';
import { addSpeakers, type SpeakerScore } from './score.ts';
import { verbatim } from './systems.ts';

const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);

interface RuleScore {
  shown: number;
  right: number;
}

function table(
  name: string,
  articles: readonly GoldArticle[],
  words: number,
  rules?: Map<string, RuleScore>,
  errors?: { belief: number; line: string }[],
): void {
  const score: SpeakerScore = { gold: 0, mentions: 0, shown: 0, right: 0 };
  for (const article of articles) {
    addSpeakers(score, article, verbatim(article.text, article.lang), words, (right, piece, range) => {
      const rule = piece?.quotation?.rule ?? 'not found';
      const entry = rules?.get(rule) ?? { shown: 0, right: 0 };
      entry.shown++;
      if (right) entry.right++;
      rules?.set(rule, entry);
      if (!right && errors !== undefined && wordCount(article.text, range) >= 5) {
        const context = article.text.slice(Math.max(0, range.start - 160), range.end + 120).replace(/\n+/g, ' ¶ ');
        errors.push({
          belief: piece?.quotation?.confidence ?? 0,
          line: `${rule}: "${article.text.slice(range.speaker!.start, range.speaker!.end)}", not "${piece?.quotation?.mention?.text ?? '-'}": ${context}`,
        });
      }
    });
  }
  console.log(
    `${name.padEnd(28)} mention right ${percent(score.mentions / score.gold)} | shown ${percent(score.shown / score.gold)} | right when shown ${percent(score.right / Math.max(1, score.shown))} | of ${score.gold}`,
  );
}

/** Speaker mentions: right when the mention overlaps the human source span. */
export function speakers(split: 'train' | 'dev'): void {
  const english = englishNews(split);
  const rules = new Map<string, RuleScore>();
  const errors: { belief: number; line: string }[] = [];
  console.log(`\nspeaker mentions (${split})`);
  table('English, 5 words and more', english, 5, rules, errors);
  table('English, all lengths', english, 1);
  table('German, all lengths', germanNews(split), 1);
  console.log('\nper rule (English, 5+): right / used');
  for (const [rule, { shown, right }] of [...rules].sort((a, b) => b[1].shown - a[1].shown)) {
    console.log(`  ${rule.padEnd(28)} ${percent(right / shown)} of ${shown}`);
  }
  if (split === 'train') {
    console.log('\nwrong speakers, surest first:');
    for (const { belief, line } of errors.sort((a, b) => b.belief - a.belief).slice(0, 25)) {
      console.log(`  ${belief.toFixed(2)} ${line}`);
    }
  }
}
