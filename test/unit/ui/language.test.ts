import { expect, it, vi } from 'vitest';
import { countsOf, groupsOf } from '../../../src/ui/groups.ts';
import { formatDate, formatTime, languageName, plural } from '../../../src/ui/language.ts';
import { filterItems, SourceSearch } from '../../../src/ui/page/lookup.ts';
import { originsOf, sitePattern } from '../../../src/ui/page/siteSwitch.ts';
import { finding, item, match } from './samples.ts';

vi.mock('../../../src/platform/i18n.ts', () => import('./english.ts'));

it.each([
  ['2022-02-07', 'February 7, 2022'],
  ['1941-01', 'January 1941'],
  ['1906', '1906'],
  ['-0043-03-15', 'March 15, 44 BC'],
  ['soon', 'soon'],
])('the date %s is shown as %s', (iso, shown) => {
  expect(formatDate(iso)).toBe(shown);
});

it.each([
  [0, '0:00'],
  [83_900, '1:23'],
  [3_723_000, '1:02:03'],
])('%i ms are shown as %s', (milliseconds, shown) => {
  expect(formatTime(milliseconds)).toBe(shown);
});

it('names languages, and leaves what is no language as it is', () => {
  expect(languageName('ru')).toBe('Russian');
  expect(languageName('not a tag')).toBe('not a tag');
});

it('uses the plural form of the number', () => {
  expect([plural('popupFound', 0), plural('popupFound', 1), plural('popupFound', 1234)]).toEqual([
    '0 quotations',
    '1 quotation',
    '1,234 quotations',
  ]);
});

it('lists what differs first and what was not checked last', () => {
  const items = (['not-checked', 'exact', 'not-found', 'altered', 'exact'] as const).map((verdict, n) =>
    item('x', finding(verdict), { id: String(n) }),
  );
  const title = item('A Title', finding('not-checked'), { id: 'title', kind: 'title' });
  expect(groupsOf([...items, item('y', null)]).map((group) => [group.verdict, group.items.length])).toEqual([
    ['altered', 1],
    ['exact', 2],
    ['not-found', 1],
    [null, 1],
    ['not-checked', 1],
  ]);
  expect(countsOf([...items, title])).toEqual({ found: 5, matched: 2, differ: 1, notFound: 1, notChecked: 1 });
});

it('filters by every word typed, in any order, without accents', () => {
  const items = [item('Ukraine is a beauty', null, { speaker: 'Volodymyr Zélensky' }), item('We are not his', null)];
  expect(filterItems(items, 'zelensky beauty')).toEqual([items[0]]);
  expect(filterItems(items, ' ')).toEqual(items);
  expect(filterItems(items, 'nobody')).toEqual([]);
});

it('finds sources in spite of typing mistakes', () => {
  const { source } = match('x');
  const sources = [
    { ...source, pack: 'p' },
    {
      ...source,
      pack: 'p',
      id: 'other',
      title: 'Farewell Address',
      speaker: 'Dwight D. Eisenhower',
      date: '1961-01-17',
    },
  ];
  const search = new SourceSearch(sources);
  expect(search.find('rosevelt inagural', 5).map(({ id }) => id)).toEqual(['inaugural-1933']);
  expect(search.find('eisenhower 1961', 5).map(({ id }) => id)).toEqual(['other']);
});

it.each<[host: string, pattern: string, origins: string[]]>([
  ['www.example.com', 'example.com', ['*://*.example.com/*']],
  ['news.example.co.uk', 'news.example.co.uk', ['*://*.news.example.co.uk/*']],
  ['localhost', 'localhost', ['*://localhost/*']],
  ['127.0.0.1', '127.0.0.1', ['*://127.0.0.1/*']],
])('the host %s is asked for as its rule says', (host, pattern, origins) => {
  expect(sitePattern(host)).toBe(pattern);
  expect(originsOf(host)).toEqual(origins);
});
