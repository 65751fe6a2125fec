import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { differenceView, stretches } from '../../../src/ui/difference.ts';
import { edit, match } from './samples.ts';

vi.mock('../../../src/platform/i18n.ts', () => import('./english.ts'));
beforeAll(() => {
  globalThis.document = parseHTML('<html><body></body></html>').document;
});

const quote = 'we will never give up';
const source = 'we shall not ever give up';

describe('the difference', () => {
  it('cuts both lines at the edits', () => {
    const edits = [edit(quote, source, 'will never', 'shall not ever', 'negation', 500)];
    expect(stretches(quote, edits, 'quote').map(({ text }) => text)).toEqual(['we ', 'will never', ' give up']);
    expect(stretches(source, edits, 'source', 500).map(({ text }) => text)).toEqual([
      'we ',
      'shall not ever',
      ' give up',
    ]);
  });

  it('shows where words are missing', () => {
    const view = differenceView(quote, match(source, { edits: [edit(quote, source, '', 'not', 'negation')] }));
    expect(view.querySelector('.line-article .missing')?.textContent).toBe('‸[nothing here]');
    expect(view.querySelector('.line-source .edit')?.textContent).toBe('[source has: not end of difference]');
  });

  it('shows markup in a quotation as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const view = differenceView(hostile, match(hostile));
    expect(view.querySelector('img')).toBeNull();
    expect(view.querySelector('dd')?.textContent).toBe(hostile);
  });

  it('keeps every character, whatever the edits', () => {
    const range = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
    const any = fc.record({
      op: fc.constant('sub' as const),
      kind: fc.constant('content' as const),
      quote: range,
      source: range,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(any, { maxLength: 8 }), (text, edits) => {
        expect(
          stretches(text, edits, 'quote')
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
