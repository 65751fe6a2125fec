import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placement } from '../../../src/content/card/place.ts';

const viewport = { width: 1000, height: 800 };
const card = { width: 400, height: 300 };
const line = (left: number, top: number): { left: number; top: number; right: number; bottom: number } => ({
  left,
  top,
  right: left + 100,
  bottom: top + 20,
});

describe('where the card goes', () => {
  it('under the line', () => {
    expect(placement(line(100, 100), card, viewport)).toMatchObject({ kind: 'beside', left: 100, top: 128 });
  });
  it('over the line at the foot of the window', () => {
    expect(placement(line(100, 700), card, viewport)).toMatchObject({ left: 100, top: 392 });
  });
  it('within the window at its right edge', () => {
    expect(placement(line(950, 100), card, viewport)).toMatchObject({ left: 592 });
  });
  it('a sheet at the foot of a narrow window', () => {
    expect(placement(line(10, 100), card, { width: 360, height: 700 })).toEqual({ kind: 'sheet' });
  });
  it('a tall card where there is more room', () => {
    const tall = { width: 400, height: 1200 };
    expect(placement(line(100, 300), tall, viewport)).toMatchObject({ top: 328, maxHeight: 464 });
    expect(placement(line(100, 600), tall, viewport)).toMatchObject({ top: 8, maxHeight: 584 });
  });

  it('is never outside the window, wherever the line is and however big the card', () => {
    const size = fc.record({ width: fc.integer({ min: 10, max: 900 }), height: fc.integer({ min: 10, max: 3000 }) });
    const window = fc.record({
      width: fc.integer({ min: 520, max: 2000 }),
      height: fc.integer({ min: 300, max: 1500 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 2500 }),
        fc.integer({ min: -500, max: 2500 }),
        size,
        window,
        (x, y, of, inside) => {
          const spot = placement(line(x, y), { ...of, width: Math.min(of.width, inside.width - 16) }, inside);
          if (spot.kind === 'sheet') throw new Error('a wide window has no sheet');
          expect(spot.left).toBeGreaterThanOrEqual(8);
          expect(spot.top).toBeGreaterThanOrEqual(0);
          expect(spot.top + Math.min(of.height, spot.maxHeight)).toBeLessThanOrEqual(inside.height);
          expect(spot.maxHeight).toBeGreaterThan(0);
        },
      ),
    );
  });
});
