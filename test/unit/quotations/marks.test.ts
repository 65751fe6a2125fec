import { describe, expect, test } from 'vitest';
import { find, shown } from './case.ts';

const TALL = 'The plan will not survive the winter';

/** What is highlighted, by how the marks stand. */
const cases: [name: string, text: string, expected: string[], lang?: string][] = [
  ['straight marks', `"${TALL}," said Anna Berg.`, [`${TALL},`]],
  ['curly marks', `“${TALL},” said Anna Berg.`, [`${TALL},`]],
  ['opened curly, closed straight', `“${TALL}," said Anna Berg.`, [`${TALL},`]],
  ['opened straight, closed curly', `"${TALL},” said Anna Berg.`, [`${TALL},`]],
  ['closed with an opening glyph', `“${TALL},“ said Anna Berg.`, [`${TALL},`]],
  ['opened with a closing glyph', `She says ”${TALL}.”`, [`${TALL}.`]],
  ['doubled apostrophes', `''${TALL},'' said Anna Berg.`, [`${TALL},`]],
  ['doubled curly apostrophes', `‘‘${TALL},’’ said Anna Berg.`, [`${TALL},`]],
  ['grave accents and doubled apostrophes', `\`\`${TALL},'' said Anna Berg.`, [`${TALL},`]],
  ['full-width marks', `＂${TALL},＂ said Anna Berg.`, [`${TALL},`]],
  ['a space inside the marks', `She said: “ ${TALL} ”.`, [TALL]],
  [
    'a no-break space inside guillemets',
    `Elle a dit : «\u00a0Le plan ne passera pas l’hiver\u00a0».`,
    ['Le plan ne passera pas l’hiver'],
    'fr',
  ],
  [
    'a narrow no-break space inside guillemets',
    `Elle a dit : «\u202fLe plan ne passera pas l’hiver\u202f».`,
    ['Le plan ne passera pas l’hiver'],
    'fr',
  ],
  [
    'guillemets pointing inwards',
    `»Der Plan wird den Winter nicht überstehen«, sagte Anna Berg.`,
    ['Der Plan wird den Winter nicht überstehen'],
    'de',
  ],
  [
    'single guillemets',
    `Sie sagte: ‹Der Plan wird den Winter nicht überstehen›.`,
    ['Der Plan wird den Winter nicht überstehen'],
    'de-CH',
  ],
  [
    'German low-high marks',
    `„Der Plan wird den Winter nicht überstehen“, sagte Anna Berg.`,
    ['Der Plan wird den Winter nicht überstehen'],
    'de',
  ],
  [
    'German marks on a page that declares no language',
    `„Der Plan wird den Winter nicht überstehen“, sagte Anna Berg.`,
    ['Der Plan wird den Winter nicht überstehen'],
  ],
  [
    'German low mark closed straight',
    `„Der Plan wird den Winter nicht überstehen", sagte Anna Berg.`,
    ['Der Plan wird den Winter nicht überstehen'],
    'de',
  ],
  [
    'Polish low-high marks',
    `„Ten plan nie przetrwa zimy w naszym kraju” – powiedziała Anna Berg.`,
    ['Ten plan nie przetrwa zimy w naszym kraju'],
    'pl',
  ],
  [
    'Swedish same marks',
    `”Planen kommer inte att överleva vintern”, sade Anna Berg.`,
    ['Planen kommer inte att överleva vintern'],
    'sv',
  ],
  [
    'Finnish guillemets pointing right',
    `»Suunnitelma ei kestä talven yli lainkaan», sanoi Anna Berg.`,
    ['Suunnitelma ei kestä talven yli lainkaan'],
    'fi',
  ],
  [
    'Japanese corner brackets',
    `首相は「この計画は冬を越えられないだろう」と述べた。`,
    ['この計画は冬を越えられないだろう'],
    'ja',
  ],
  ['Chinese curly marks without spaces', `总理说：“这个计划过不了今年的冬天。”`, ['这个计划过不了今年的冬天。'], 'zh'],
  [
    'British single marks',
    `‘${TALL},’ said Anna Berg. ‘We know that now and so do they.’`,
    [`${TALL},`, 'We know that now and so do they.'],
  ],
  [
    'British straight single marks',
    `'${TALL},' said Anna Berg. 'We know that now and so do they.'`,
    [`${TALL},`, 'We know that now and so do they.'],
  ],
  [
    'apostrophes inside British marks',
    `‘We don’t think it’s theirs, and that’s our view,’ said Anna Berg.`,
    ['We don’t think it’s theirs, and that’s our view,'],
  ],
  [
    'a plural possessive inside British marks',
    `‘The farmers’ fields are dry this year,’ said Anna Berg.`,
    ['The farmers’ fields are dry this year,'],
  ],
  [
    'a plural possessive inside straight British marks',
    `'The farmers' fields are dry this year,' said Anna Berg.`,
    ["The farmers' fields are dry this year,"],
  ],
  [
    'a double quotation inside British marks',
    `‘He said “never again” to all of us,’ said Anna Berg.`,
    ['He said “never again” to all of us,'],
  ],
  [
    'a decade and an elision are no marks',
    `"In the '90s we'd say 'tis enough and go," said Anna Berg.`,
    ["In the '90s we'd say 'tis enough and go,"],
  ],
  [
    'rock ’n’ roll is no quotation',
    `“They call it rock ’n’ roll and mean us,” said Anna Berg.`,
    ['They call it rock ’n’ roll and mean us,'],
  ],
  [
    'a soft hyphen and a zero-width space beside a mark',
    `\u200b“\u00adThe plan will not survive the winter,\u200b” said Anna Berg.`,
    ['\u00adThe plan will not survive the winter,\u200b'],
  ],
  ['no space before the next sentence’s mark', `Her answer was clear.“${TALL},” she said.`, [`${TALL},`]],
  ['a footnote sign behind the mark', `Anna Berg said “${TALL}.”1 Nobody replied.`, [`${TALL}.`]],
  [
    'brackets and an ellipsis inside',
    `“… [the plan] will not survive the winter …,” said Anna Berg.`,
    ['… [the plan] will not survive the winter …,'],
  ],
  ['a question inside', `“Will the plan survive the winter?” asked Anna Berg.`, ['Will the plan survive the winter?']],
  ['a dash before the mark', `Anna Berg was plain—“${TALL},” she said—and left.`, [`${TALL},`]],
  ['marks in parentheses', `Anna Berg agreed (“${TALL},” she said).`, [`${TALL},`]],
  ['feet and inches', `The 6' 2" guard said "${TALL}," and stood on a 5" step.`, [`${TALL},`]],
  [
    'two quotations in one sentence',
    `Anna Berg called it “a very bad idea for us” and “the worst of all the plans.”`,
    ['a very bad idea for us', 'the worst of all the plans.'],
  ],
  ['nothing but marks', '""""""""""""', []],
  ['an empty quotation', 'Anna Berg said "" and left.', []],
  ['an ornament of marks', `Anna Berg. """""""""" said “${TALL}.”`, [`${TALL}.`]],
];

describe('marks', () => {
  test.each(cases)('%s', (_name, text, expected, lang) => {
    expect(shown(text, lang === undefined ? {} : { lang })).toEqual(expected);
  });
});

describe('damage stays in its block', () => {
  test('a lost closing mark: the quotation ends where the narrator speaks', () => {
    expect(
      shown(
        `“The first will fail, said Anna Berg.\nThe house met. “${TALL},” said Carl Dorn.\n“It is late now for all of us,” he said.`,
      ),
    ).toEqual(['The first will fail,', `${TALL},`, 'It is late now for all of us,']);
  });
  test('a lost closing mark, straight', () => {
    expect(shown(`"The first will fail, said Anna Berg.\nThe house met. "${TALL}," said Carl Dorn.`)).toEqual([
      'The first will fail,',
      `${TALL},`,
    ]);
  });
  test('a lost closing mark in the same paragraph', () => {
    expect(shown(`“The first will fail, said Anna Berg. “${TALL}.”`)).toEqual(['The first will fail,', `${TALL}.`]);
  });
  test('a lost closing mark and no narrator: told apart, not highlighted', () => {
    expect(shown(`Anna Berg said: “The first will fail\n“${TALL},” said Carl Dorn.`).at(-1)).toBe(`${TALL},`);
  });
  test('a lost opening mark', () => {
    expect(shown(`The first will fail,” said Anna Berg.\n“${TALL},” said Carl Dorn.`)).toEqual([`${TALL},`]);
  });
});

describe('quotations over several paragraphs', () => {
  const text = `“The first winter was hard for us.\n\n“The second was worse.\n\n“The third broke us,” said Anna Berg.\n\nShe left.`;
  test('each re-opened, the last closed: one quotation with three pieces', () => {
    const [quotation, ...others] = find(text);
    expect(others).toEqual([]);
    expect(quotation.kind).toBe('quotation');
    expect(quotation.pieces.map((piece) => piece.block)).toEqual([0, 2, 4]);
    expect(quotation.text).toBe('The first winter was hard for us. The second was worse. The third broke us,');
  });
  test('straight marks', () => {
    expect(find(text.replace(/[“”]/g, '"')).map((one) => one.pieces.length)).toEqual([3]);
  });
  test('two closed paragraphs are two quotations', () => {
    expect(find(`“The first winter was hard for us.”\n“The second was even worse than that.”`).length).toBe(2);
  });
});

describe('nesting', () => {
  test.each([
    ['single in double', '“He told me ‘never again’ and left the room,” said Anna Berg.', ['quotation', 'nested']],
    ['double in single', '\'He told me "never again" and left the room,\' said Anna Berg.', ['quotation', 'nested']],
    [
      'three deep',
      '“He said ‘they wrote “no way” on it’ and then he left,” said Anna Berg.',
      ['quotation', 'nested', 'nested'],
    ],
    [
      'guillemets in guillemets',
      '«Он сказал «никогда больше» и ушёл из комнаты», — сказала Анна Берг.',
      ['quotation', 'nested'],
    ],
    ['closing together', '“He stood up and told me ‘never again,’” said Anna Berg.', ['quotation', 'nested']],
    [
      'curly double in curly double',
      '“They wrote “never again” on all the walls of it,” said Anna Berg.',
      ['quotation', 'nested'],
    ],
  ])('%s', (_name, text, kinds) => {
    const found = find(text);
    expect(found.map((one) => one.kind)).toEqual(kinds);
    expect(found[1].within).toBe(0);
  });
});
