import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { englishNews } from './gold.ts';
import { found } from './systems.ts';

/** One quotation of a train article with the full name of who says it, labelled by hand; null where the article names nobody. */
interface Label {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  /** The human source span. */
  readonly mention: readonly [start: number, end: number];
  readonly name: string | null;
}

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/[\s.]+/);

/** Right when every word of the label stands in the answer; a body or an unnamed person may be answered with null or as printed. */
function isRight(label: Label, answer: string | null, mention: string): boolean {
  if (label.name === null) return answer === null || mention.includes(answer);
  if (answer === null) return false;
  const given = words(answer);
  return words(label.name).every((word) => given.includes(word));
}

/** Full names of 200 hand-labelled quotations. `list` prints every wrong answer. */
export function names(list: boolean): void {
  const file = fileURLToPath(new URL('names.json', import.meta.url));
  const labels = JSON.parse(readFileSync(file, 'utf8')) as Label[];
  const articles = new Map(englishNews('train').map((article) => [article.id, article]));
  let [right, shown, mentions, rightOfMentions] = [0, 0, 0, 0];
  labels.forEach((label, index) => {
    const article = articles.get(label.article);
    if (article === undefined) return;
    const piece = found(article.text, 'en').find((one) => one.start < label.end && label.start < one.end);
    const speaker = piece?.quotation?.mention ?? null;
    const answer = speaker?.name ?? null;
    const good = speaker !== null && isRight(label, answer, speaker.text);
    const at = piece?.mention ?? null;
    const mentioned = at !== null && at.start < label.mention[1] && label.mention[0] < at.end;
    if (good) right++;
    if (answer !== null) shown++;
    if (mentioned) mentions++;
    if (mentioned && good) rightOfMentions++;
    if (list && !good) {
      console.log(
        `  ${index}: ${label.name ?? '-'}, not ${answer ?? '-'} (${speaker?.text ?? '-'}, ${piece?.quotation?.rule ?? '-'}${mentioned ? '' : ', another mention'})`,
      );
    }
  });
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
  console.log(
    `full names (${labels.length} hand-labelled, train): right ${percent(right, labels.length)} % | with the right mention ${percent(rightOfMentions, mentions)} % of ${mentions} | a name shown for ${shown}`,
  );
}
