/**
 * The cheapest pairing of two short lists of words in order; -1 for a word without a partner.
 * @param distance of two words, in whole hundredths, so that sums can be compared
 */
export function pairing(
  a: readonly string[],
  b: readonly string[],
  distance: (a: string, b: string) => number,
): [number, number][] {
  const m = a.length;
  const n = b.length;
  if (m * n > 2_500) return plainPairing(m, n);
  const alone = 60;
  const costs: number[][] = [Array.from({ length: n + 1 }, (_, j) => j * alone)];
  for (let i = 1; i <= m; i++) {
    costs.push([i * alone]);
    for (let j = 1; j <= n; j++) {
      costs[i][j] = Math.min(
        costs[i - 1][j - 1] + distance(a[i - 1], b[j - 1]),
        costs[i - 1][j] + alone,
        costs[i][j - 1] + alone,
      );
    }
  }
  const pairs: [number, number][] = [];
  let i = m;
  let j = n;
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && costs[i][j] === costs[i - 1][j - 1] + distance(a[i - 1], b[j - 1])) pairs.push([--i, --j]);
    else if (i > 0 && (j === 0 || costs[i][j] === costs[i - 1][j] + alone)) pairs.push([--i, -1]);
    else pairs.push([-1, --j]);
  }
  return pairs.reverse();
}

function plainPairing(m: number, n: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < Math.max(m, n); i++) pairs.push([i < m ? i : -1, i < n ? i : -1]);
  return pairs;
}
