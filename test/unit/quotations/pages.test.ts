import { describe, expect, test } from 'vitest';
import { find } from './case.ts';

/** Shapes met on real news pages, in our own words: the highlighted passages with who says them (full name, null for unknown). */
type Case = [name: string, text: string, expected: [quoted: string, name: string | null][], lang?: string];

const cases: Case[] = [
  [
    'a programme between speaker and verb',
    'Anna Berg told ABC’s “Morning Desk” on Monday that “the bridge will never open in my lifetime.”',
    [['the bridge will never open in my lifetime.', 'Anna Berg']],
  ],
  [
    'a book title in the apposition of the speaker',
    'Anna Berg, author of “Nine Years,” said, “The bridge will never open in my lifetime.”',
    [['The bridge will never open in my lifetime.', 'Anna Berg']],
  ],
  [
    'two speakers in one paragraph',
    '“The bridge will never open,” said Anna Berg. Carl Dorn disagreed: “It opens on the first of May.”',
    [
      ['The bridge will never open,', 'Anna Berg'],
      ['It opens on the first of May.', 'Carl Dorn'],
    ],
  ],
  [
    'adding begins a quotation of its own',
    '“The bridge will never open,” Anna Berg said, adding: “We have given up hope for it.”',
    [
      ['The bridge will never open,', 'Anna Berg'],
      ['We have given up hope for it.', 'Anna Berg'],
    ],
  ],
  [
    'and joins two quotations of one speaker',
    'Anna Berg called it “a monument to nobody at all” and “the longest queue in the country.”',
    [
      ['a monument to nobody at all', 'Anna Berg'],
      ['the longest queue in the country.', 'Anna Berg'],
    ],
  ],
  [
    'a verb behind the mark of another sentence',
    '“We will see.” Carl Dorn said “the bridge will open on the first of May.”',
    [
      ['We will see.', null],
      ['the bridge will open on the first of May.', 'Carl Dorn'],
    ],
  ],
  [
    'an exclamation before the verb',
    '“Open the bridge now!” Anna Berg shouted.',
    [['Open the bridge now!', 'Anna Berg']],
  ],
  [
    'a verb no table knows',
    '“The bridge will never open in my lifetime,” Anna Berg yodelled.',
    [['The bridge will never open in my lifetime,', 'Anna Berg']],
  ],
  [
    'a date between name and verb',
    '“The bridge will never open in my lifetime,” Anna Berg on Monday told the council.',
    [['The bridge will never open in my lifetime,', 'Anna Berg']],
  ],
  [
    'a subject behind a time and a comma',
    'A few days later, Anna Berg told the council that “the bridge will never open in my lifetime.”',
    [['the bridge will never open in my lifetime.', 'Anna Berg']],
  ],
  [
    'a subject behind a participle',
    'Holding a sign, Anna Berg shouted: “The bridge will never open in my lifetime.”',
    [['The bridge will never open in my lifetime.', 'Anna Berg']],
  ],
  [
    'an inner verb of hoping does not take the quotation over',
    'Anna Berg said she hoped the bridge “will open while my mother is alive.”',
    [['will open while my mother is alive.', 'Anna Berg']],
  ],
  [
    'a tweet',
    'Anna Berg tweeted: “The bridge will never open in my lifetime. #bridge”',
    [['The bridge will never open in my lifetime. #bridge', 'Anna Berg']],
  ],
  [
    'a bracketed name inside',
    '“[Carl Dorn] will never open the bridge for us,” said Anna Berg.',
    [['[Carl Dorn] will never open the bridge for us,', 'Anna Berg']],
  ],
  [
    'a quotation that ends with a question inside single marks',
    '“They ask us ‘who needs a bridge?’ and we say ‘we do,’” said Anna Berg.',
    [['They ask us ‘who needs a bridge?’ and we say ‘we do,’', 'Anna Berg']],
  ],
  [
    'no space behind the closing mark',
    '“The bridge will never open in my lifetime,”said Anna Berg.',
    [['The bridge will never open in my lifetime,', 'Anna Berg']],
  ],
  [
    'a no-break space behind the closing mark',
    '“The bridge will never open in my lifetime,”\u00a0said Anna Berg.',
    [['The bridge will never open in my lifetime,', 'Anna Berg']],
  ],
  [
    'a mark that belongs to a headline in the same line',
    'WHY THE BRIDGE STAYS SHUT“The bridge will never open in my lifetime,” said Anna Berg.',
    [['The bridge will never open in my lifetime,', 'Anna Berg']],
  ],
  [
    'ellipses at both ends',
    'Anna Berg wrote: “… the bridge will never open in my lifetime …”',
    [['… the bridge will never open in my lifetime …', 'Anna Berg']],
  ],
  [
    'initials and a junior',
    '“The bridge will never open in my lifetime,” said John J. Berg Jr.',
    [['The bridge will never open in my lifetime,', 'John J. Berg']],
  ],
  [
    'an Arabic and a Dutch name',
    '“The bridge will never open in my lifetime,” said Mohammed bin Salman.\n“We know it will,” said Anna van der Berg.',
    [
      ['The bridge will never open in my lifetime,', 'Mohammed bin Salman'],
      ['We know it will,', 'Anna van der Berg'],
    ],
  ],
  [
    'German: the speaker behind “so”',
    '„Die Brücke wird nie eröffnet“, so Anna Berg.',
    [['Die Brücke wird nie eröffnet', 'Anna Berg']],
    'de',
  ],
  [
    'German: the particle verb in two halves',
    'Anna Berg fügte hinzu: „Die Brücke wird nie eröffnet.“',
    [['Die Brücke wird nie eröffnet.', 'Anna Berg']],
    'de',
  ],
  [
    'German: an office before the name',
    '„Die Brücke wird nie eröffnet“, sagte Bundeskanzlerin Anna Berg.',
    [['Die Brücke wird nie eröffnet', 'Anna Berg']],
    'de',
  ],
  [
    'German: an office written as one noun before the name',
    '„Die Brücke wird nie eröffnet“, sagte der Hamburger Brückenbeauftragte Johannes Berg.',
    [['Die Brücke wird nie eröffnet', 'Johannes Berg']],
    'de',
  ],
  [
    'Spanish: a verb that begins the sentence is no name',
    'Ana Serrano habló el lunes. Indicó que “el puente no se abrirá nunca en mi vida”.',
    [['el puente no se abrirá nunca en mi vida', null]],
    'es',
  ],
  [
    'German: reported speech before the passage',
    'Anna Berg sagte, die Brücke sei „ein Denkmal für niemanden“.',
    [['ein Denkmal für niemanden', 'Anna Berg']],
    'de',
  ],
];

describe('shapes of real pages', () => {
  test.each(cases)('%s', (_name, text, expected, lang) => {
    const found = find(text, lang === undefined ? {} : { lang }).filter((one) => one.kind === 'quotation');
    expect(found.map((one) => one.text)).toEqual(expected.map(([quoted]) => quoted));
    found.forEach((one, i) => {
      const name = expected[i][1];
      if (name !== null) expect(one.mention?.name).toBe(name);
    });
  });
});

describe('pages as a whole', () => {
  test('a mark lost in one paragraph leaves a long article as it was', () => {
    const paragraph = (i: number) => `“Sentence number ${i} of a long speech,” said Anna Berg in the hall.`;
    const lines = Array.from({ length: 40 }, (_, i) => paragraph(i));
    const whole = find(lines.join('\n\n'));
    lines[20] = lines[20].replace('”', '');
    const damaged = find(lines.join('\n\n'));
    const others = (page: typeof whole) =>
      page.filter((one) => one.kind === 'quotation' && one.pieces[0].block !== 40).map((one) => one.text);
    expect(others(damaged)).toEqual(others(whole));
  });

  test('an unclosed quotation is told apart', () => {
    const [found] = find('Anna Berg said: “The bridge will never open in my lifetime\nThe council met on Monday.');
    expect(found.kind).toBe('unclosed');
  });
});
