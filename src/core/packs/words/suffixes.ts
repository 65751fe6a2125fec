/**
 * The suffixes of `text` in order, by induced sorting (Nong, Zhang and Chan, 2009): linear in the text whatever it holds, so
 * that no input, however repetitive, makes it slow. A suffix that is a prefix of another comes first.
 *
 * @param text symbols from 0 to `largest`
 */
export function sortedSuffixes(text: Uint16Array | Int32Array, largest: number): Int32Array {
  const n = text.length;
  if (n < 2) return new Int32Array(n);
  const small = smallerThanNext(text);
  const { larger, smaller } = bucketStarts(text, small, largest);
  const order = new Int32Array(n);
  const marks = leftmostSmaller(small);
  induce(text, small, larger, smaller, marks, order);
  if (marks.length > 1) {
    induce(text, small, larger, smaller, sortedMarks(text, marks, order), order);
  }
  return order;
}

/** 1 where a suffix is smaller than the one behind it. */
function smallerThanNext(text: Uint16Array | Int32Array): Uint8Array {
  const small = new Uint8Array(text.length);
  for (let i = text.length - 2; i >= 0; i--) {
    small[i] = text[i] === text[i + 1] ? small[i + 1] : text[i] < text[i + 1] ? 1 : 0;
  }
  return small;
}

/** Per symbol, where its suffixes begin: first those larger than their next, then those smaller. */
function bucketStarts(text: Uint16Array | Int32Array, small: Uint8Array, largest: number) {
  const larger = new Int32Array(largest + 2);
  const smaller = new Int32Array(largest + 2);
  for (let i = 0; i < text.length; i++) {
    if (small[i] === 0) smaller[text[i]]++;
    else larger[text[i] + 1]++;
  }
  for (let symbol = 0; symbol <= largest; symbol++) {
    smaller[symbol] += larger[symbol];
    larger[symbol + 1] += smaller[symbol];
  }
  return { larger, smaller };
}

/** Where a run of smaller suffixes begins after a larger one. */
function leftmostSmaller(small: Uint8Array): Int32Array {
  let count = 0;
  for (let i = 1; i < small.length; i++) if (small[i - 1] === 0 && small[i] === 1) count++;
  const marks = new Int32Array(count);
  count = 0;
  for (let i = 1; i < small.length; i++) if (small[i - 1] === 0 && small[i] === 1) marks[count++] = i;
  return marks;
}

/** Places every suffix, given the marks in order. */
function induce(
  text: Uint16Array | Int32Array,
  small: Uint8Array,
  larger: Int32Array,
  smaller: Int32Array,
  marks: Int32Array,
  order: Int32Array,
): void {
  const n = text.length;
  order.fill(-1);
  let next = smaller.slice();
  for (let i = 0; i < marks.length; i++) order[next[text[marks[i]]]++] = marks[i];
  next = larger.slice();
  order[next[text[n - 1]]++] = n - 1;
  for (let i = 0; i < n; i++) {
    const before = order[i] - 1;
    if (before >= 0 && small[before] === 0) order[next[text[before]]++] = before;
  }
  next = larger.slice();
  for (let i = n - 1; i >= 0; i--) {
    const before = order[i] - 1;
    if (before >= 0 && small[before] === 1) order[--next[text[before] + 1]] = before;
  }
}

/** The marks in the order of their suffixes: named by the piece of text up to the next mark, then sorted by those names. */
function sortedMarks(text: Uint16Array | Int32Array, marks: Int32Array, order: Int32Array): Int32Array {
  const n = text.length;
  const count = marks.length;
  const rank = new Int32Array(n).fill(-1);
  for (let i = 0; i < count; i++) rank[marks[i]] = i;
  const roughly = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < n; i++) if (order[i] >= 0 && rank[order[i]] >= 0) roughly[at++] = order[i];
  const names = new Int32Array(count);
  let name = 0;
  for (let i = 1; i < count; i++) {
    if (!samePiece(text, marks, rank, roughly[i - 1], roughly[i])) name++;
    names[rank[roughly[i]]] = name;
  }
  const sorted = new Int32Array(count);
  if (name + 1 === count) {
    for (let i = 0; i < count; i++) sorted[names[i]] = marks[i];
    return sorted;
  }
  const ranks = sortedSuffixes(names, name);
  for (let i = 0; i < count; i++) sorted[i] = marks[ranks[i]];
  return sorted;
}

function samePiece(
  text: Uint16Array | Int32Array,
  marks: Int32Array,
  rank: Int32Array,
  left: number,
  right: number,
): boolean {
  const n = text.length;
  const endOf = (mark: number): number => (rank[mark] + 1 < marks.length ? marks[rank[mark] + 1] : n);
  const leftEnd = endOf(left);
  if (leftEnd - left !== endOf(right) - right) return false;
  let l = left;
  let r = right;
  while (l < leftEnd && text[l] === text[r]) {
    l++;
    r++;
  }
  return l !== n && r !== n && text[l] === text[r];
}
