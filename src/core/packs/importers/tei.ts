import type { Turn } from '../document.ts';
import { documentOf, type Origin } from './documents.ts';
import { localName, parseMarkup } from './markup.ts';
import type { Item } from './types.ts';

const LEFT_OUT = new Set('note vocal kinesic incident desc gap head pb fw label ref stage'.split(' '));
const WORDS = new Set('seg p ab l s'.split(' '));

/**
 * TEI, among it ParlaMint: each `<u who>` (or `<sp>`) is a turn, notes of applause and the like are left out, people come from
 * `<listPerson>` where the file has one. A TEI file without utterances is read by its paragraphs. One document.
 */
export function teiItems(xml: string, origin: Origin, where: string): Item[] {
  const people = new Map<string, string>();
  const turns: { who: string | null; text: string }[] = [];
  const facts = new Map<string, string>();
  const learn = (key: string, value: string | undefined) => {
    const text = value?.replace(/\s+/gu, ' ').trim() ?? '';
    if (text !== '' && !facts.has(key)) facts.set(key, text);
  };
  const open: string[] = [];
  let turn: { who: string | null; text: string } | null = null;
  let person: { id: string; fore: string[]; sur: string[] } | null = null;
  let out = 0;
  let field = '';
  parseMarkup(
    xml,
    {
      onopentag(qualified, attributes) {
        const name = localName(qualified);
        const parent = open.at(-1);
        open.push(name);
        if (LEFT_OUT.has(name)) out++;
        field = '';
        if (name === 'TEI') learn('lang', attributes['xml:lang']);
        else if (name === 'person') person = { id: attributes['xml:id'] ?? '', fore: [], sur: [] };
        else if (name === 'u' || name === 'sp') turns.push((turn = { who: attributes.who ?? null, text: '' }));
        else if (name === 'date' && (parent === 'setting' || parent === 'bibl'))
          learn(`date:${parent}`, attributes.when ?? attributes.from);
        else if (WORDS.has(name) && open.includes('body')) {
          if (turn === null) turns.push((turn = { who: null, text: '' }));
          if (turn.text !== '' && name !== 's') turn.text += '\n';
        }
      },
      ontext(data) {
        const name = open.at(-1);
        if (person && name === 'forename') person.fore.push(data.trim());
        else if (person && name === 'surname') person.sur.push(data.trim());
        else if (name === 'title' && open.at(-2) === 'titleStmt') field += data;
        else if (name === 'idno' && data.startsWith('http')) learn('url', data);
        else if (name === 'speaker' && turn) turn.who = data;
        else if (turn && out === 0 && open.includes('body')) turn.text += data.replace(/\s+/gu, ' ');
      },
      onclosetag(qualified) {
        const name = localName(qualified);
        if (name === 'title' && field !== '') learn('title', field);
        if (LEFT_OUT.has(name)) out--;
        if (name === 'u' || name === 'sp') turn = null;
        if (name === 'person' && person) {
          const full = [...person.fore, ...person.sur].filter((part) => part !== '').join(' ');
          if (person.id !== '' && full !== '') people.set(person.id, full);
          person = null;
        }
        open.pop();
      },
    },
    'xml',
  );
  const named = turns.map(({ who, text }): Turn => {
    const speaker = speakerOf(who, people);
    return { ...(speaker === null ? {} : { speaker }), text: text.replace(/[ \t]+/gu, ' ').replace(/ ?\n ?/gu, '\n') };
  });
  const document = documentOf(
    {
      title: facts.get('title'),
      date: facts.get('date:setting') ?? facts.get('date:bibl'),
      lang: facts.get('lang'),
      url: facts.get('url'),
      turns: named,
    },
    origin,
  );
  return [document === null ? { kind: 'skipped', where, why: 'no words in it' } : { kind: 'document', document }];
}

/** "#JohnsonBoris" by the file's list of people; without one, the words of the id. */
function speakerOf(who: string | null, people: ReadonlyMap<string, string>): string | null {
  const first = who?.trim().split(/\s+(?=#)/u)[0] ?? '';
  if (first === '') return null;
  if (!first.startsWith('#')) return first.replace(/\s+/gu, ' ').replace(/[:.]$/u, '').slice(0, 200);
  const id = first.slice(1);
  return (
    people.get(id) ??
    (id
      .replace(/[_.]/gu, ' ')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .trim() ||
      null)
  );
}
