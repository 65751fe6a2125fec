import type { Page, Prepared } from '../page.ts';
import type { Place } from '../types.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOf, type Neighbour } from './candidates.ts';
import { choose, weightsOf } from './ranking.ts';
import { splitsIn } from './split.ts';

/** Who speaks a span: the mention's place, the rule that proposed it, and how sure it is (0..1). */
export interface SpeakerOfSpan extends Place {
  readonly rule: string;
  readonly confidence: number;
  /** True when its verb or source stands right beside the quotation. */
  readonly beside: boolean;
}

/** Speakers by span, and for each span the one it goes on with (-1 for none): over a paragraph break or an attribution. */
export interface Attributed {
  readonly speakers: readonly (SpeakerOfSpan | null)[];
  readonly goesOnWith: readonly number[];
}

type Speakers = (SpeakerOfSpan | null)[];

/** Called with each quotation's candidates as they are weighed; the fitting script listens. */
export type Listener = (span: number, candidates: readonly Candidate[]) => void;

/** The speaker of every outermost span, null where nobody is proposed. One pass over the blocks that hold spans, with a look at the block before. */
export function speakersOf(page: Page, listener?: Listener): Attributed {
  const { spans } = page;
  const speakers: Speakers = spans.map(() => null);
  const goesOnWith = spans.map((span) => span.continues);
  let previous: { block: number; speaker: Neighbour } | null = null;
  for (const index of page.quoting) {
    const block = page.prepared(index);
    const last = attributeBlock(page, block, speakers, previous, listener);
    for (const { first, second } of splitsIn(block.text, block.tokens)) {
      const [half, other] = [block.tokens[first].span, block.tokens[second].span];
      const [one, two] = [speakers[half], speakers[other]];
      if (one === null || two === null || one.block !== two.block || one.start !== two.start) continue;
      // The name stands between the halves; in `X, author of “A Title,” said, “…”` it does not.
      const between =
        one.block === index && one.start >= block.tokens[first].end && one.end <= block.tokens[second].start;
      if (between) goesOnWith[other] = half;
    }
    for (const q of block.quotes) {
      const { span } = block.tokens[q];
      if (goesOnWith[span] >= 0 && differ(page, speakers[goesOnWith[span]], speakers[span])) goesOnWith[span] = -1;
    }
    if (last !== null) previous = { block: index, speaker: last };
  }
  return { speakers, goesOnWith };
}

/** Two names, each right beside its half: the first half was never closed, and the second is somebody else's. */
function differ(page: Page, one: SpeakerOfSpan | null, two: SpeakerOfSpan | null): boolean {
  if (one === null || two === null || !one.beside || !two.beside || one.block === two.block) return false;
  const text = ({ block, start, end }: SpeakerOfSpan): string => page.blocks[block].text.slice(start, end);
  return [one, two].every((said) => /^\p{Lu}\p{Ll}/u.test(text(said))) && text(one) !== text(two);
}

/** Weighs the candidates of a block's quotations in reading order; answers the last speaker. */
function attributeBlock(
  page: Page,
  block: Prepared,
  speakers: Speakers,
  previous: { block: number; speaker: Neighbour } | null,
  listener: Listener | undefined,
): Neighbour | null {
  const weights = weightsOf(block.lexicon.language.code);
  let earlier: { speaker: Neighbour; token: number } | null = null;
  for (const q of block.quotes) {
    const { span } = block.tokens[q];
    const { continues } = page.spans[span];
    const candidates = candidatesOf(page, block, q, {
      earlier,
      previous: previous !== null && page.before(block.index) === previous.block ? previous.speaker : null,
      continued: continues < 0 ? null : speakers[continues],
    });
    listener?.(span, candidates);
    const choice = choose(candidates, weights);
    if (choice === null) continue;
    const { candidate, confidence } = choice;
    const speaker = {
      block: candidate.block,
      start: candidate.start,
      end: candidate.end,
      rule: candidate.rule,
      confidence,
      beside: candidate.beside,
    };
    speakers[span] = speaker;
    earlier = { speaker, token: q };
  }
  return earlier?.speaker ?? null;
}
