import type { PackDocument, Turn } from '../../document.ts';
import { LIMITS } from '../types.ts';
import { foldLabel, personOf, personOfTitle, type LabelContext, type People } from './people.ts';
import { splitTurns, type Transcript } from './split.ts';

export { People } from './people.ts';

/**
 * A document whose `text` is a transcript with speaker labels, with turns instead, each with the person behind its label. A document that has
 * turns, or a text without labels, stays as it is (but gains a speaker where its title names one).
 */
export function withTurns(document: PackDocument, people: People): PackDocument {
  if (document.text === undefined || document.turns !== undefined || document.statement !== undefined) return document;
  const transcript = splitTurns(document.text);
  // Labels that nobody's words stand behind are the text.
  if (transcript.labelled && transcript.turns.length > 0) return labelled(document, transcript, people);
  if (document.speaker !== undefined) return document;
  const speaker = personOfTitle({ document, text: document.text, labels: new Map() }, people);
  return speaker === null ? document : { ...document, speaker };
}

function labelled(document: PackDocument, transcript: Transcript, people: People): PackDocument {
  const labels = new Map<string, number>();
  for (const { label } of transcript.turns) {
    if (label !== null) labels.set(foldLabel(label), (labels.get(foldLabel(label)) ?? 0) + 1);
  }
  const context: LabelContext = { document, text: document.text!, labels };
  const names = new Map<string, string>();
  const main = document.speaker ?? personOfTitle(context, people);
  const turns: Turn[] = [];
  for (const { label, at, text } of transcript.turns.slice(0, LIMITS.turns)) {
    let speaker = label === null ? main : names.get(label);
    if (label !== null && speaker === undefined) {
      speaker = personOf(label, context, people);
      names.set(label, speaker);
    }
    turns.push({
      ...(speaker === null || speaker === undefined ? {} : { speaker }),
      text,
      ...(at === null ? {} : { at }),
    });
  }
  const rest = { ...document };
  delete rest.text;
  const venue = document.venue ?? venueOf(transcript.header);
  return {
    ...rest,
    ...(venue === undefined ? {} : { venue }),
    ...(main === null ? {} : { speaker: main }),
    turns,
  };
}

/** The first line above the words, when it reads like a place. */
function venueOf(header: readonly string[]): string | undefined {
  const first = header[0];
  return first !== undefined && first.length < 80 && /^\p{Lu}/u.test(first) && !/\d{4}|\d:\d\d/u.test(first)
    ? first
    : undefined;
}
