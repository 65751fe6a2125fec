import { describe, expect, test } from 'vitest';
import { find, speakerOf } from './case.ts';

const Q = 'The plan will not survive the winter';

/** Mention as printed and full name, by where the speaker stands. */
const cases: [name: string, text: string, mention: string, full: string | null][] = [
  ['verb and name behind', `“${Q},” said Anna Berg.`, 'Anna Berg', 'Anna Berg'],
  ['name and verb behind', `“${Q},” Anna Berg said.`, 'Anna Berg', 'Anna Berg'],
  ['title before the name', `“${Q},” President Anna Berg said.`, 'President Anna Berg', 'Anna Berg'],
  ['role before the name', `“${Q},” campaign spokeswoman Anna Berg told reporters.`, 'Anna Berg', 'Anna Berg'],
  ['apposition behind the name', `“${Q},” said Anna Berg, a farmer from the north.`, 'Anna Berg', 'Anna Berg'],
  [
    'apposition before the verb',
    `“${Q},” Anna Berg, a farmer from the north, told the court.`,
    'Anna Berg',
    'Anna Berg',
  ],
  ['parenthesis before the verb', `“${Q},” Sen. Anna Berg (R-Ohio) said.`, 'Sen. Anna Berg', 'Anna Berg'],
  ['party and state before the verb', `“${Q},” Rep. Anna Berg, R-Ohio, said.`, 'Rep. Anna Berg', 'Anna Berg'],
  ['name and verb before, comma', `Anna Berg said, “${Q}.”`, 'Anna Berg', 'Anna Berg'],
  ['name and verb before, colon', `Anna Berg told the court: “${Q}.”`, 'Anna Berg', 'Anna Berg'],
  ['embedded', `Anna Berg said the plan “will not survive the winter at all.”`, 'Anna Berg', 'Anna Berg'],
  ['embedded behind that', `Anna Berg said that “${Q}.”`, 'Anna Berg', 'Anna Berg'],
  ['participle', `Anna Berg left early, saying “${Q}.”`, 'Anna Berg', 'Anna Berg'],
  ['according to, behind', `“${Q},” according to Anna Berg.`, 'Anna Berg', 'Anna Berg'],
  ['according to, before', `According to Anna Berg, “${Q}.”`, 'Anna Berg', 'Anna Berg'],
  ['press release', `“${Q}.” — Anna Berg, head of the union`, 'Anna Berg', 'Anna Berg'],
  ['relative clause', `“${Q},” said Anna Berg, who runs a farm.`, 'Anna Berg', 'Anna Berg'],
  [
    'second-hand report of a direct quotation',
    `“${Q},” Anna Berg said, according to The Daily.`,
    'Anna Berg',
    'Anna Berg',
  ],
  ['reporting paper behind the attribution', `Anna Berg said, “${Q}”, as per CNN.`, 'Anna Berg', 'Anna Berg'],
  [
    'the one asked is not the one who asked',
    `When Carl Dorn was asked about it, Anna Berg said, “${Q}.”`,
    'Anna Berg',
    'Anna Berg',
  ],
  ['question', `“Will the plan survive the winter?” Anna Berg asked.`, 'Anna Berg', 'Anna Berg'],
  ['adverb between', `“${Q},” Anna Berg later said bluntly.`, 'Anna Berg', 'Anna Berg'],
  ['another name addressed', `“${Q},” Anna Berg told Carl Dorn on Friday.`, 'Anna Berg', 'Anna Berg'],
  ['name in apposition to an office', `The mayor, Ann Oake, told her council: “${Q}.”`, 'Ann Oake', 'Ann Oake'],
  [
    'name in apposition behind a preposition',
    `And the mayor of a small town, Ann Oake, told the crowd: “${Q}.”`,
    'Ann Oake',
    'Ann Oake',
  ],
  [
    'insertion with a verb of its own',
    `Marie Antoinette, as every schoolchild knows, said: “${Q}.”`,
    'Marie Antoinette',
    'Marie Antoinette',
  ],
  [
    'parenthesis between name and verb',
    `Marie Antoinette (as every schoolchild knows) said: “${Q}.”`,
    'Marie Antoinette',
    'Marie Antoinette',
  ],
  [
    'year before the name',
    `In his message of 1862 Abraham Lincoln wrote: “${Q}.”`,
    'Abraham Lincoln',
    'Abraham Lincoln',
  ],
  ['a supporter of somebody', `Longtime Donald Trump supporter Anna Berg said: “${Q}.”`, 'Anna Berg', 'Anna Berg'],
  ['a body', `“${Q},” the ministry said in a statement.`, 'the ministry', null],
  ['an official without a name', `“${Q},” a senior official said.`, 'a senior official', null],
  ['a document', `The report says: “${Q}.”`, 'The report', null],
];

describe('who speaks', () => {
  test.each(cases)('%s', (_name, text, mention, full) => {
    const { text: printed, name } = speakerOf(text);
    // A title may stand before the mention; the name is what counts.
    expect(mention.endsWith(printed ?? 'nobody') || printed === mention).toBe(true);
    expect(name).toBe(full);
  });
});

describe('quotations without a verb of their own', () => {
  test('the rest of a paragraph has the same speaker', () => {
    const found = find(`“${Q},” said Anna Berg. “We have seen it before in the valley.”`);
    expect(found.map((one) => one.speaker?.text)).toEqual(['Anna Berg', 'Anna Berg']);
  });
  test('a colon at the end of the line before leads in', () => {
    expect(speakerOf(`Anna Berg wrote to the members:\n“${Q}. We have seen it before in the valley.”`).name).toBe(
      'Anna Berg',
    );
  });
  test('the halves of a split quotation are one', () => {
    const found = find('“The plan,” Anna Berg said on Monday, “will not survive the winter.”');
    expect(found.length).toBe(1);
    expect(found[0].pieces.length).toBe(2);
    expect(found[0].text).toBe('The plan, will not survive the winter.');
    expect(found[0].speaker?.text).toBe('Anna Berg');
  });
  test('a full stop behind the attribution ends the quotation', () => {
    expect(find(`“${Q},” Anna Berg said. “We have seen it before.”`).length).toBe(2);
  });
  test('a town’s state between commas is no apposition', () => {
    expect(find(`The mayor of Springfield, New York, said: “${Q}.”`)[0].mention?.text).toBe('The mayor');
  });
  test('a name nobody is sure of is not shown, but kept as the likeliest', () => {
    const [found] = find(`The hall was cold when Anna Berg met Carl Dorn. “${Q}.”`);
    expect(found.speaker).toBeNull();
    expect(found.mention).not.toBeNull();
  });
});

/** The full name behind a pronoun or a surname. */
const resolved: [name: string, text: string, full: string | null][] = [
  ['surname', `Anna Berg came late. “${Q},” Berg said.`, 'Anna Berg'],
  ['surname with a title', `Anna Berg came late. “${Q},” Mrs. Berg said.`, 'Anna Berg'],
  ['the longest form wins', `Anna Maria Berg came late.\nAnna Berg sat down.\n“${Q},” Berg said.`, 'Anna Maria Berg'],
  ['she', `Anna Berg said the roads were closed. “${Q},” she said.`, 'Anna Berg'],
  ['he, past a woman', `Carl Dorn spoke first. Anna Berg listened. “${Q},” he said.`, 'Carl Dorn'],
  ['she, past a man', `Anna Berg spoke first. Carl Dorn listened. “${Q},” she said.`, 'Anna Berg'],
  [
    'a name inside a quotation is not the one who speaks',
    `Anna Berg said “we do not trust Mary Pole at all.” “${Q},” she said.`,
    'Anna Berg',
  ],
  ['a possessive form', `After Anna Berg’s speech the hall was silent. “${Q},” Berg said.`, 'Anna Berg'],
  [
    'two of one name: the first introduced',
    `Anna Berg came late with her brother. Eric Berg stayed away.\nNobody spoke.\n“${Q},” Berg said.`,
    'Anna Berg',
  ],
  [
    'Mr. tells them apart',
    `Anna Berg came late with her brother. Eric Berg stayed away.\nNobody spoke.\n“${Q},” Mr. Berg said.`,
    'Eric Berg',
  ],
  [
    'an office',
    `The French President Claire Martin came late.\nThe Greek President Nikos Pappas stayed away.\nThe French President said that “${Q}.”`,
    'Claire Martin',
  ],
  [
    'he, past a year before the name',
    `In his message of 1862 Abraham Lincoln wrote: “We shall nobly save it.” A page further he wrote: “${Q}.”`,
    'Abraham Lincoln',
  ],
  [
    'a description before the name is no part of it',
    `Longtime Donald Trump advocate Carl Dorn stayed away. “${Q},” Trump said.`,
    'Donald Trump',
  ],
  [
    'an unknown word before a name that the article has without it',
    `Ask Anna Berg about it.\nAnna Berg came late.\n“${Q},” Berg said.`,
    'Anna Berg',
  ],
  ['a name in apposition to a role', `“${Q},” her spokesman, Carl Dorn, said.`, 'Carl Dorn'],
  ['a surname that the article never spells out', `“${Q},” Berg said.`, null],
];

describe('full names', () => {
  test.each(resolved)('%s', (_name, text, full) => {
    const found = find(text).filter((one) => one.text.startsWith('The plan'));
    expect(found[0].mention?.name ?? null).toBe(full);
  });
});
