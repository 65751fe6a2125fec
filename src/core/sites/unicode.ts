import { isAddress } from './host.ts';

/** Parameters of punycode, RFC 3492 section 5. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_POINT = 128;

/** A host as its owner writes it ("xn--bcher-kva.example" is "bücher.example"), for showing only; what can't be decoded stays as it is. */
export function unicodeHost(host: string): string {
  if (isAddress(host) || !host.includes('xn--')) return host;
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decode(label.slice(4)) ?? label) : label))
    .join('.');
}

/** RFC 3492 section 6.2. Null for text that is no punycode. */
function decode(text: string): string | null {
  const last = text.lastIndexOf('-');
  const points = last < 0 ? [] : [...text.slice(0, last)].map((letter) => letter.codePointAt(0)!);
  let point = FIRST_POINT;
  let bias = FIRST_BIAS;
  let index = 0;
  for (let at = last + 1; at < text.length;) {
    const before = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit === null || weight > 0x7fffffff) return null;
      index += digit * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = points.length + 1;
    bias = adapt(index - before, length, before === 0);
    point += Math.floor(index / length);
    index %= length;
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    points.splice(index++, 0, point);
  }
  return points.length === 0 ? null : String.fromCodePoint(...points);
}

function digitOf(code: number): number | null {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return null;
}

/** RFC 3492 section 6.1. */
function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
