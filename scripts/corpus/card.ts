import type { PackDocument } from '../../src/core/packs/document.ts';
import type { MisquotationEntry, StatementEntry } from './entry.ts';
import type { Located } from './readEntries.ts';

/** Columns of a printed card. */
const WIDTH = 100;
const LABEL_WIDTH = 14;

/** A curated entry with the document that is made of it. */
export interface Reviewed {
  readonly located: Located<StatementEntry | MisquotationEntry>;
  readonly document: PackDocument;
}

/** What a person needs to judge an entry, on one screen: what the reader will see, then how it was checked. */
export function card({ located, document }: Reviewed): string {
  const { checked } = located.entry;
  const statement = document.statement;
  const rows: (readonly [string, string | undefined])[] = [
    ['speaker', document.speaker],
    ['occasion', [document.title, document.venue, document.date].filter(Boolean).join(' · ')],
    ['class', document.class],
    ['link', document.url],
    ['licence', document.licence],
    ['words', document.text],
    ['original', statement?.original && `${statement.original.text} [${statement.original.lang}]`],
    ...(statement?.renderings ?? []).map((rendering): readonly [string, string] => [
      'wording',
      `${rendering.text}\n— ${rendering.by}${rendering.alone ? ', in no other account read' : ''}${rendering.url ? ` ${rendering.url}` : ''}`,
    ]),
    ['status', statement?.status],
    ['credited to', statement?.credited_to?.join(', ')],
    ['finding', statement?.finding],
    ['told by', statement?.reported_by],
    [
      'denied by',
      statement?.denied &&
        [statement.denied.by, statement.denied.text, statement.denied.url].filter(Boolean).join(' · '),
    ],
    [
      'checked',
      { transcript: 'against a full text', page: 'against pages read', research: 'against research read' }[checked.how],
    ],
    ...checked.seen.map((seen): readonly [string, string] => ['', seen]),
    ['note', checked.note],
  ];
  const lines = rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : labelled(label, value)));
  return [`── ${document.id} (${located.file}) `.padEnd(WIDTH, '─'), ...lines].join('\n');
}

function labelled(label: string, value: string): string[] {
  const lines = value.split('\n').flatMap((line) => wrapped(line, WIDTH - LABEL_WIDTH));
  return lines.map((line, index) => (index === 0 ? label : '').padEnd(LABEL_WIDTH) + line);
}

/** The text in lines of at most `width` characters, broken between words; a longer word keeps a line of its own. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
