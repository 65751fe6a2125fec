import { describe, expect, it } from 'vitest';
import { hansardDocuments } from '../../../scripts/recipes/hansard.ts';
import { kremlinDocument } from '../../../scripts/recipes/kremlin.ts';
import { inTitleCase, labelledTurns } from '../../../scripts/recipes/labels.ts';
import { speechDocument } from '../../../scripts/recipes/millerCenter.ts';
import { personNames, sittingDocument } from '../../../scripts/recipes/parlaMint.ts';
import { quotebankDocument } from '../../../scripts/recipes/quotebank.ts';
import { debateDocument } from '../../../scripts/recipes/unGeneralDebate.ts';
import { whiteHouseDocument } from '../../../scripts/recipes/whiteHouse.ts';
import { wikiquoteDocuments } from '../../../scripts/recipes/wikiquote.ts';

describe('a White House transcript', () => {
  const file = `---
date: '2022-03-04'
source_url: https://www.whitehouse.gov/briefing-room/press-briefings/2022/03/04/example/
tags: press-briefings
title: 'Press Briefing by Press Secretary Jane Example and Adviser
  John O’Sample, March 4, 2022'
---

James S. Brady Press Briefing Room

MS. EXAMPLE:\u00a0 Good afternoon.
Let me begin.

THE PRESIDENT:  I just came in to say hello.  (Laughter.)

Q    Will you \\[inaudible\\] stay?

And for how long?

MR. O’SAMPLE: We will see.

\\###
`;
  const document = whiteHouseDocument('press-briefings/2022-03/example.md', file);

  it('has title, date and link of its front matter', () => {
    expect(document).toMatchObject({
      title: 'Press Briefing by Press Secretary Jane Example and Adviser John O’Sample, March 4, 2022',
      date: '2022-03-04',
      url: 'https://www.whitehouse.gov/briefing-room/press-briefings/2022/03/04/example/',
      class: 'official transcript',
    });
  });

  it('has one turn a label, and people instead of labels', () => {
    expect(document?.turns).toEqual([
      { text: 'James S. Brady Press Briefing Room' },
      { speaker: 'Jane Example', text: 'Good afternoon. Let me begin.' },
      { speaker: 'Joe Biden', text: 'I just came in to say hello. (Laughter.)' },
      { speaker: 'Reporter', text: 'Will you [inaudible] stay?\nAnd for how long?' },
      { speaker: 'John O’Sample', text: 'We will see.' },
    ]);
  });

  it('without labels is the words of the one whom its title names', () => {
    const remarks = (title: string) =>
      whiteHouseDocument('remarks/y.md', `---\ndate: '2021-03-01'\ntitle: ${title}\n---\n\nThank you all.\n`)?.speaker;
    expect(remarks('Remarks by President Biden on Examples')).toBe('Joe Biden');
    expect(remarks('Remarks as Prepared for Delivery by Vice President Harris')).toBe('Kamala Harris');
    expect(remarks('An Example Framework')).toBeUndefined();
  });

  it('that has no front matter is not read', () => {
    expect(whiteHouseDocument('remarks/x.md', '# README')).toBeNull();
  });
});

describe('labels', () => {
  it.each([
    ['MS. JEAN-PIERRE', 'Ms. Jean-Pierre'],
    ['SECRETARY O’NEIL', 'Secretary O’Neil'],
  ])('%s in ordinary letters is %s', (label, name) => expect(inTitleCase(label)).toBe(name));

  it('are not sought inside a paragraph, nor in one that is a sentence', () => {
    const turns = labelledTurns('He said this: go on.\n\nNATO is one thing.', (label) => label);
    expect(turns).toEqual([{ text: 'He said this: go on.\nNATO is one thing.' }]);
  });
});

it('a speech of the Miller Center collection has the name, the day and the paragraphs', () => {
  expect(
    speechDocument(
      'data/1901-02-03-first-example-address.txt',
      'President: An Example\n\nFriends---No one.\n\nAgain\nand again.\n',
    ),
  ).toEqual({
    id: '1901-02-03-first-example-address',
    title: 'First example address',
    speaker: 'An Example',
    date: '1901-02-03',
    lang: 'en',
    class: 'official transcript',
    text: 'Friends---No one.\nAgain and again.',
  });
  expect(speechDocument('README.txt', 'President: x\n')).toBeNull();
});

it('a Kremlin page has its heading, day and place, and turns by the names in bold', () => {
  const page = `<html><body><h1 class="entry-title p-name">Example meeting</h1>
    <time class="read__published" datetime="2019-05-06">May 6, 2019</time>
    <div class="read__place p-location">Sochi</div>
    <div class="entry-content"><p>A meeting was held.</p>
    <p><b>President of Russia Vladimir Putin:</b> Good afternoon,</p><p>colleagues.</p>
    <p><b>Maxim Example</b><b>:</b> Thank you &amp; good day.</p></div></body></html>`;
  expect(kremlinDocument('60000', page)).toMatchObject({
    id: 'kremlin-60000',
    title: 'Example meeting',
    date: '2019-05-06',
    venue: 'Sochi',
    url: 'http://en.kremlin.ru/events/president/news/60000',
    turns: [
      { text: 'A meeting was held.' },
      { speaker: 'Vladimir Putin', text: 'Good afternoon,\ncolleagues.' },
      { speaker: 'Maxim Example', text: 'Thank you & good day.' },
    ],
  });
  expect(kremlinDocument('1', '<p>No heading</p>')).toBeNull();
});

it('Hansard is divided by headings and speakers', () => {
  const xml = `<?xml version="1.0"?><publicwhip>
    <major-heading id="a">Example Department</major-heading>
    <minor-heading id="b">First question</minor-heading>
    <speech id="c" speakername="Jane Example" url="https://hansard.example.org/1"><p>Will the Minister answer?</p><p>Soon?</p></speech>
    <speech id="d" speakername="John Sample"><p>I will.</p></speech>
    <minor-heading id="e">Second question</minor-heading>
    <speech id="f" nospeaker="true"><p>The House divided.</p></speech></publicwhip>`;
  const documents = hansardDocuments('2022-02-08', xml);
  expect(documents.map(({ title }) => title)).toEqual([
    'Example Department: First question',
    'Example Department: Second question',
  ]);
  expect(documents[0]).toMatchObject({
    url: 'https://hansard.example.org/1',
    turns: [
      { speaker: 'Jane Example', text: 'Will the Minister answer?\nSoon?' },
      { speaker: 'John Sample', text: 'I will.' },
    ],
  });
  expect(documents[1].turns).toEqual([{ text: 'The House divided.' }]);
});

it('ParlaMint utterances have people’s names, and no stage directions', () => {
  const people = personNames(
    `<listPerson><person xml:id="ExampleJane"><persName><surname>Example</surname><forename>Jane</forename></persName></person></listPerson>`,
  );
  const tei = `<TEI xml:lang="en"><teiHeader><title type="main" xml:lang="en">Example corpus, Commons [ParlaMint]</title>
    <setting><date when="2020-01-08">8.1.2020</date></setting></teiHeader><text><body><div type="debateSection">
    <note type="speaker">Jane Example</note><u who="#ExampleJane" ana="#regular"><seg>I agree <note>Interruption</note> with that.</seg><seg>Yes.</seg></u>
    <u who="#Unknown"><seg>Order!</seg></u></div></body></text></TEI>`;
  expect(sittingDocument('ParlaMint-GB/2020/ParlaMint-GB_2020-01-08-commons.xml', tei, people)).toMatchObject({
    id: 'ParlaMint-GB_2020-01-08-commons',
    title: 'Example corpus, Commons',
    date: '2020-01-08',
    lang: 'en',
    turns: [
      { speaker: 'Jane Example', text: 'I agree with that.\nYes.' },
      { speaker: 'Unknown', text: 'Order!' },
    ],
  });
});

it('the UN General Debate is read from the file name', () => {
  expect(debateDocument('Session 76 - 2021/KEN_76_2021.txt', '\uFEFFMr. President,\n\nthank you.')).toMatchObject({
    id: 'un-general-debate-76-ken',
    title: 'General debate of the United Nations, session 76: KEN',
    date: '2021',
    text: 'Mr. President,\nthank you.',
  });
  expect(debateDocument('Speakers.xlsx', 'x')).toBeNull();
});

describe('a line of Quotebank', () => {
  const line = {
    quoteID: '2020-01-02-000001',
    quotation: 'We will see about that.',
    speaker: 'Jane Example',
    qids: ['Q1'],
    date: '2020-01-02 03:04:05',
    numOccurrences: 21,
    probas: [['Jane Example', '0.9']],
    urls: ['http://news.example.org/a'],
  };

  it('is a document', () => {
    expect(quotebankDocument(JSON.stringify(line))).toMatchObject({
      speaker: 'Jane Example',
      date: '2020-01-02',
      class: 'news report',
      text: 'We will see about that.',
    });
  });

  it.each([
    ['no speaker', { ...line, speaker: 'None' }],
    ['few occurrences', { ...line, numOccurrences: 2 }],
    ['no words', { ...line, quotation: ' ' }],
  ])('is left out with %s', (_, value) => expect(quotebankDocument(JSON.stringify(value))).toBeNull());

  it('is left out when it is not JSON', () => expect(quotebankDocument('{"quoteID"')).toBeNull());
});

describe('a page of Wikiquote', () => {
  const page = (text: string, ns = '0') =>
    `<page><title>Jane Example</title><ns>${ns}</ns><revision><text xml:space="preserve">${text}</text></revision></page>`;
  const text = `'''Jane Example''' was an example.
== Quotes ==
=== Speeches ===
* We shall '''[[wait|wait and see]]'''.{{citation}}
** Speech in [[Paris]] (3 May 1999)&lt;ref&gt;x&lt;/ref&gt;
* A line without a source.
== Misattributed ==
* She never said this.
** Found in a novel of 1950.
== Quotes about Example ==
* She was great.
** A friend
[[Category:1900 births]]`;

  it('gives sourced quotations, and doubtful ones as such', () => {
    expect(wikiquoteDocuments(page(text))).toMatchObject([
      { speaker: 'Jane Example', text: 'We shall wait and see.', title: 'Speech in Paris (3 May 1999)', date: '1999' },
      {
        statement: {
          status: 'misattributed',
          credited_to: ['Jane Example'],
          finding: 'Found in a novel of 1950.',
          renderings: [{ text: 'She never said this.' }],
        },
      },
    ]);
  });

  it('that is not about a person, or no article, is not read', () => {
    expect(wikiquoteDocuments(page(text.replace('births', 'films')))).toEqual([]);
    expect(wikiquoteDocuments(page(text, '1'))).toEqual([]);
  });
});
