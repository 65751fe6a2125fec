import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { find } from './case.ts';

const file = fileURLToPath(new URL('../../../../shared/facts/sample-article.txt', import.meta.url));

describe('a news article with typographic traps', () => {
  if (!existsSync(file)) {
    test.skip('left out: the optional article is not here', () => undefined);
    return;
  }
  const quotations = find(readFileSync(file, 'utf8'));
  const answer = quotations.map((quotation) => [
    quotation.kind,
    quotation.text.slice(0, 24),
    quotation.kind === 'quotation' ? (quotation.speaker?.name ?? null) : undefined,
  ]);

  test('finds every quotation and who is quoted', () => {
    expect(answer).toEqual([
      ['quotation', 'points of convergence', null],
      ['quotation', 'would not be the cause o', 'Emmanuel Macron'],
      ['scare', 'annexed', undefined],
      ['quotation', "Like it or don't like it", 'Vladimir Putin'],
      ['quotation', 'We are not his', 'Volodymyr Zelensky'],
      ['quotation', 'commitment not to take n', null],
      ['quotation', "I can't comment on it, I", 'Dmitry Peskov'],
    ]);
  });
});
