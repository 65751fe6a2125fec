import { BREAK } from '../packs/shard.ts';

/** The stretch around a word without a break, at most `reach` words to each side: [left, right). */
export function sourceBounds(words: Uint16Array, at: number, reach: number): [number, number] {
  let left = at;
  while (left > 0 && at - left < reach && words[left - 1] !== BREAK) left--;
  let right = at;
  while (right < words.length && right - at < reach && words[right] !== BREAK) right++;
  return [left, right];
}
