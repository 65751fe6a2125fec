import { describe, expect, test } from 'vitest';
import { find } from './case.ts';

/** Passages between marks that nobody said. */
const cases: [name: string, text: string, lang?: string][] = [
  ['a film', 'Anna Berg starred in the film “The Long Winter of Valley Road” last year.'],
  ['a programme behind a possessive', 'The mayor spoke on ABC’s “Good Morning America” on Monday.'],
  ['a book', 'He is the author of the book “How We Lost the Valley” and of two plays.'],
  ['a song', 'The station played the song “Born Under Grey Skies” as the train left.'],
  ['a nickname', 'Carl “The Hammer” Dorn arrived at noon.'],
  ['a so-called word', 'The so-called “expert” left the room without a word.'],
  ['a prison of a kind', 'He was moved to a “supermax” prison in the north.'],
  [
    'single marks around a word on a page with double ones',
    'They ‘annexed’ the farm. “That was our land for a hundred years,” said Anna Berg.',
  ],
  ['a file name', 'Save the page as “report.pdf” and close it.'],
  ['a newspaper', 'Das berichtet die Zeitung „Neuer Tag“ am Montag.', 'de'],
  ['a ship', 'Das Schiff „Beluga“ liegt im Hafen von Kiel.', 'de'],
  ['a motto', 'Unter dem Motto „Gemeinsam stark“ kamen Tausende in die Stadt.', 'de'],
  ['a restaurant', 'Die Männer standen vor dem Restaurant „Bei Bruno“ und warteten.', 'de'],
  ['a so-called thing', 'Die sogenannte „Mietbremse“ gilt seit dem Sommer.', 'de'],
];

/** Short passages that somebody did say. */
const said: [name: string, text: string, lang?: string][] = [
  ['two words behind a verb of calling', 'Anna Berg called the plan “utterly hopeless.”'],
  ['one word answered', '“Never,” said Anna Berg.'],
  ['an embedded phrase', 'Anna Berg said the plan was “not serious” and left.'],
  ['a German phrase behind als', 'Anna Berg bezeichnete den Plan als „große Tragödie“.', 'de'],
  ['a German phrase in reported speech', 'Anna Berg sagte, der Plan sei „völlig untauglich“.', 'de'],
];

describe('not quotations', () => {
  test.each(cases)('%s', (_name, text, lang) => {
    const kinds = find(text, lang === undefined ? {} : { lang }).map((one) => one.kind);
    expect(['title', 'scare']).toContain(kinds[0]);
  });
});

describe('short quotations', () => {
  test.each(said)('%s', (_name, text, lang) => {
    expect(find(text, lang === undefined ? {} : { lang })[0].kind).toBe('quotation');
  });
});

test('nothing is dropped: every passage comes back with its kind', () => {
  const found = find(
    'The film “Blue Valley” opens. “We made it for our mothers,” said Anna Berg, “and for ‘them’ too.”',
  );
  expect(found.map((one) => one.kind)).toEqual(['title', 'quotation', 'nested']);
});
