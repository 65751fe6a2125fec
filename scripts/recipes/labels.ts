import type { Turn } from '../../src/core/packs/document.ts';

/** A paragraph's label in American transcripts: "MS. PSAKI:", "THE PRESIDENT:", "Q" or "Q:". */
const LABEL = /^(?:(?<name>\p{Lu}[\p{Lu}\p{M} .'’-]{1,60}?)\s*(?:\([^)]{1,40}\))?:|(?<question>Q):?(?=\s))\s*/u;

/** Who asks, where a transcript has "Q". */
const REPORTER = 'Reporter';

/**
 * Text with labels as turns. What stands before the first label is a turn without a speaker; `person` turns a label
 * ("MS. PSAKI") into a name.
 */
export function labelledTurns(text: string, person: (label: string) => string): Turn[] {
  const turns: { speaker?: string; text: string }[] = [];
  for (const paragraph of paragraphs(text)) {
    const match = LABEL.exec(paragraph);
    const words = match === null ? paragraph : paragraph.slice(match[0].length);
    const open = turns.at(-1);
    if (match !== null) {
      const label = match.groups?.['name'];
      turns.push({ speaker: label === undefined ? REPORTER : person(label.trim()), text: words });
    } else if (open === undefined) {
      turns.push({ text: words });
    } else {
      open.text += `\n${words}`;
    }
  }
  return turns.filter((turn) => turn.text.trim() !== '');
}

/** Paragraphs divided by empty lines, each on one line. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** "MS. PSAKI" as "Ms. Psaki"; "JEAN-PIERRE" as "Jean-Pierre". */
export function inTitleCase(label: string): string {
  return label
    .toLowerCase()
    .replace(/(^|[\s.'’-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
