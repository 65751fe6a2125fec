import { CHANGED, FORM, LEFT_OUT, SAME, type Step } from './align.ts';
import type { Compared } from './compared.ts';

/** The steps with every number that is written otherwise on the two sides ("$20 million", "20 million dollars") as one step. */
export function withNumbersTogether(compared: Compared, steps: readonly Step[]): readonly Step[] {
  if (steps.every(({ kind }) => kind === SAME)) return steps;
  const out: Step[] = [];
  for (let i = 0; i < steps.length;) {
    if (steps[i].kind === SAME && !compared.lexicon.isOfNumber(compared.quotedWord(steps[i].q0))) {
      out.push(steps[i++]);
      continue;
    }
    const length = numberSteps(compared, steps, i);
    const together = length > 1 ? oneNumber(compared, steps.slice(i, i + length)) : null;
    if (together === null) out.push(...steps.slice(i, i + Math.max(1, length)));
    else out.push(...together);
    i += Math.max(1, length);
  }
  return out;
}

/** How many steps from `from` on touch only words of numbers, at least on one side. */
function numberSteps(compared: Compared, steps: readonly Step[], from: number): number {
  let length = 0;
  for (; from + length < steps.length; length++) {
    const { kind, q0, q1, s0, s1 } = steps[from + length];
    if (q1 - q0 > 2 || s1 - s0 > 2) break;
    const quoted = compared.quotedWords(q0, q1);
    const said = compared.saidWords(s0, s1);
    const inNumber = (words: readonly string[]): boolean =>
      words.length > 0 && words.every((word) => compared.lexicon.isOfNumber(word));
    const oneSide = kind === CHANGED && (inNumber(quoted) || inNumber(said));
    const bothSides = (quoted.length === 0 || inNumber(quoted)) && (said.length === 0 || inNumber(said));
    if (!oneSide && !bothSides) break;
  }
  return length;
}

/** Steps of one number as one step, with the other words beside it; null when the numbers differ or nothing was changed. */
function oneNumber(compared: Compared, steps: readonly Step[]): Step[] | null {
  const { lexicon } = compared;
  if (steps.every(({ kind }) => kind === SAME)) return null;
  const [q0, q1] = [steps[0].q0, steps[steps.length - 1].q1];
  let [s0, s1] = [steps[0].s0, steps[steps.length - 1].s1];
  const [from, to] = [s0, s1];
  while (s0 < s1 && !lexicon.isOfNumber(compared.said.folded(s0))) s0++;
  while (s1 > s0 && !lexicon.isOfNumber(compared.said.folded(s1 - 1))) s1--;
  const quoted = compared.quotedWords(q0, q1);
  if (!quoted.every((word) => lexicon.isOfNumber(word))) return null;
  const value = lexicon.numberValue(quoted);
  if (value === null || value !== lexicon.numberValue(compared.saidWords(s0, s1))) return null;
  const beside = (start: number, end: number, q: number): Step[] =>
    start < end && q > 0 && q < compared.quoted.count ? [{ kind: LEFT_OUT, q0: q, q1: q, s0: start, s1: end }] : [];
  return [...beside(from, s0, q0), { kind: FORM, q0, q1, s0, s1 }, ...beside(s1, to, q1)];
}
