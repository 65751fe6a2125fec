/**
 * Signs are what the fitted weights speak about: small facts of a place in the text, such as "led in by a comma, two words from the verb".
 * A family of signs has one sign for each combination of its values; all signs are numbered through, so that a table of weights is a
 * plain array and a sign is an index into it.
 */
export type Sizes = Readonly<Record<string, readonly number[]>>;

/** For each family the function from its values to the sign's number, and how many signs there are. */
export interface Layout<S extends Sizes> {
  readonly sign: { readonly [K in keyof S]: (a?: number, b?: number, c?: number) => number };
  readonly count: number;
}

/** Numbers the signs of the families in the order in which they are written. Appending families keeps older numbers. */
export function layoutOf<S extends Sizes>(sizes: S): Layout<S> {
  let count = 0;
  const sign: Record<string, (a?: number, b?: number, c?: number) => number> = {};
  for (const [name, [, second = 1, third = 1]] of Object.entries(sizes)) {
    const offset = count;
    sign[name] = (a = 0, b = 0, c = 0) => offset + (a * second + b) * third + c;
    count += sizes[name].reduce((product, size) => product * size, 1);
  }
  return { sign: sign as Layout<S>['sign'], count };
}

/** Reads weights written as tenths, one a sign, separated by commas, 0 left out; missing ones at the end are 0. */
export function readWeights(text: string, count: number): Float64Array {
  const weights = new Float64Array(count);
  text.split(',').forEach((tenths, i) => {
    if (tenths !== '' && i < count) weights[i] = Number(tenths) / 10;
  });
  return weights;
}

/** Weights as text, the inverse of `readWeights` up to rounding. */
export function writeWeights(weights: ArrayLike<number>): string {
  const tenths = Array.from(weights, (weight) => Math.round(weight * 10));
  return tenths
    .map((value) => (value === 0 ? '' : String(value)))
    .join(',')
    .replace(/,+$/, '');
}
