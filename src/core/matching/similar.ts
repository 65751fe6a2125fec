/** Longer words are compared by their first letters. */
const LONGEST = 64;
/** Scratch rows of the table; nothing is kept in them between calls. */
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/**
 * The number of letters to insert, leave out, replace or swap to turn one word into another, at most `limit + 1`
 * (optimal string alignment).
 */
export function letterDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  let endA = Math.min(a.length, LONGEST);
  let endB = Math.min(b.length, LONGEST);
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const m = endA - start;
  const n = endB - start;
  if (m === 0 || n === 0) return Math.min(limit + 1, m + n);
  let [row, above, twoAbove] = rows;
  for (let j = 0; j <= n; j++) above[j] = j;
  for (let i = 1; i <= m; i++) {
    const letter = a.charCodeAt(start + i - 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= n; j++) {
      const other = b.charCodeAt(start + j - 1);
      let cost = above[j - 1] + (letter === other ? 0 : 1);
      if (above[j] + 1 < cost) cost = above[j] + 1;
      if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1;
      if (i > 1 && j > 1 && letter === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === other) {
        if (twoAbove[j - 2] + 1 < cost) cost = twoAbove[j - 2] + 1;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [row, above, twoAbove] = [twoAbove, row, above];
  }
  return above[n];
}

/** How many letters may differ for a word of so many letters to be the same word mistyped. */
export const typingSlips = (length: number): number => (length <= 2 ? 1 : length <= 4 ? 1 : length <= 8 ? 2 : 3);

/** Whether two words are close enough to be one word mistyped. */
export function isNear(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < 2 && length > 2) return false;
  const limit = typingSlips(length);
  return letterDistance(a, b, limit) <= limit;
}

/** Rows of the Latin and the Cyrillic keyboard; each row stands half a key to the right of the one above. */
const KEYBOARDS = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['йцукенгшщзхї', 'фівапролджє', 'ячсмитьбю'],
];
const BESIDE: ReadonlySet<string> = new Set(
  KEYBOARDS.flatMap((rows) =>
    rows.flatMap((row, r) =>
      [...row].flatMap((key, i) => {
        const others = [
          row[i - 1],
          row[i + 1],
          rows[r + 1]?.[i - 1],
          rows[r + 1]?.[i],
          rows[r - 1]?.[i],
          rows[r - 1]?.[i + 1],
        ];
        return others.filter((other) => other !== undefined).map((other) => key + other);
      }),
    ),
  ),
);

/**
 * How far apart two words are by a typist's fingers: a key beside the right one, or one letter twice, is half a slip; a letter left
 * out, put in, replaced or swapped is a whole one.
 */
export function fingerDistance(a: string, b: string): number {
  const m = Math.min(a.length, LONGEST);
  const n = Math.min(b.length, LONGEST);
  const table = [Array.from({ length: n + 1 }, (_, j) => j)];
  for (let i = 1; i <= m; i++) {
    const row = [i];
    for (let j = 1; j <= n; j++) {
      const [x, y] = [a[i - 1], b[j - 1]];
      const replaced = x === y ? 0 : BESIDE.has(x + y) ? 0.5 : 1;
      let cost = Math.min(
        table[i - 1][j - 1] + replaced,
        table[i - 1][j] + (x === a[i - 2] ? 0.5 : 1),
        row[j - 1] + (y === b[j - 2] ? 0.5 : 1),
      );
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2]) cost = Math.min(cost, table[i - 2][j - 2] + 1);
      row.push(cost);
    }
    table.push(row);
  }
  return table[m][n];
}

/** Words that become another word when two neighbouring letters change places. */
const SWAPS_TO_A_WORD = new Set(
  (
    'angel angle casual causal complaint compliant dairy diary field filed fired fried marital martial quiet quite ' +
    'sacred scared salve slave silver sliver spilt split tired tried trail trial unite united untie untied'
  ).split(' '),
);

/** Whether two words of five letters or more differ only by two neighbouring letters that changed places ("anwser"). */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 5 || SWAPS_TO_A_WORD.has(a)) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
