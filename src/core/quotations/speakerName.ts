import type { Speaker } from './types.ts';

/** The speaker's full name, or the mention as printed where that tells who is meant; null where nobody is named. */
export function speakerName(speaker: Speaker | null): string | null {
  if (speaker === null) return null;
  return speaker.name ?? (speaker.pronoun ? null : speaker.text);
}
