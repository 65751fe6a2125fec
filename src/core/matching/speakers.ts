/** Whether two printed names stand for one person or body: titles, transliterations and known other names taken away. */

/** Titles and words of office that are no part of a name. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister chancellor secretary state senator sen representative rep ' +
    'congressman congresswoman governor gov mayor general gen colonel col captain admiral judge justice chief king queen prince princess pope saint st ' +
    'former ex elect spokesman spokeswoman spokesperson ambassador foreign defense defence press director leader chairman chairwoman speaker candidate ' +
    'republican democratic democrat nominee first the of a an in for and his her their he she they it who herr frau monsieur madame der die das le la ' +
    'french russian ukrainian american us german british attorney deputy acting unnamed official counselor counsellor jr sr ii iii iv'
  ).split(' '),
);

/** Other names of persons and bodies who are often quoted; each line is one. Folded. */
const SAME = [
  [
    'volodymyr zelensky',
    'zelenskyy',
    'zelenskiy',
    'zelenski',
    'selenskyj',
    'selenski',
    'володимир зеленський',
    'зеленський',
    'зеленский',
    'владимир зеленский',
  ],
  ['vladimir putin', 'poutine', 'wladimir putin', 'путин', 'владимир путин', 'путін'],
  ['emmanuel macron', 'макрон'],
  ['dmitry peskov', 'dmitri peskov', 'dmitriy peskov', 'peskow', 'песков'],
  ['sergey lavrov', 'sergei lavrov', 'lawrow', 'лавров'],
  ['donald trump', 'donald j trump', 'trump'],
  ['joe biden', 'joseph r biden', 'joseph biden', 'joseph r biden jr'],
  ['bill clinton', 'william j clinton', 'william jefferson clinton'],
  ['hillary clinton', 'hillary rodham clinton'],
  ['franklin d roosevelt', 'franklin delano roosevelt', 'fdr', 'franklin roosevelt'],
  ['theodore roosevelt', 'teddy roosevelt'],
  ['john f kennedy', 'jfk', 'john kennedy', 'jack kennedy', 'john fitzgerald kennedy'],
  ['lyndon b johnson', 'lbj', 'lyndon johnson', 'lyndon baines johnson'],
  ['george w bush', 'george walker bush'],
  ['george h w bush', 'george herbert walker bush'],
  ['jimmy carter', 'james carter', 'james earl carter'],
  ['barack obama', 'barack h obama', 'barack hussein obama'],
  ['kremlin', 'kreml', 'кремль'],
  ['elysee', 'elysee palace'],
] as const;

/** Bodies and the people who speak for them: a body's words may be theirs. Folded surnames. */
const SPEAKS_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['kremlin', ['putin', 'peskov', 'ushakov']],
  ['elysee', ['macron']],
]);

/** Words of a page that stand for somebody without naming him. */
const NO_NAMES = new Set(
  (
    'he she they it i we you who him her them his somebody someone anybody anyone everybody everyone nobody one others people ' +
    'president minister spokesman spokeswoman official officials source sources aide aides critic critics supporter supporters voter ' +
    'voters lawmaker lawmakers crowd'
  ).split(' '),
);

const canonical = new Map<string, string>(SAME.flatMap((line) => line.map((name) => [name, line[0]] as const)));

/** A name's words without titles, folded; Cyrillic stays Cyrillic unless the table knows the name. */
function nameWords(name: string): string[] {
  const folded = name
    .normalize('NFKD')
    .replace(/(?<=[a-zA-Z])\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]s\b/gu, '')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ');
  return folded.split(/\s+/u).filter((word) => word !== '' && !TITLES.has(word));
}

/** The letters that transliterations agree in: "zelenskyy", "zelenskiy" and "zelensky" are one. */
const skeleton = (word: string): string =>
  word
    .replace(/[iyj]+$/u, 'y')
    .replace(/(?:ff|v)$/u, 'w')
    .replace(/ou/gu, 'u')
    .replace(/(.)\1/gu, '$1')
    .replace(/ks/gu, 'x')
    .replace(/kh/gu, 'h');

function canonicalWords(name: string): string[] {
  const words = nameWords(name);
  const known = canonical.get(words.join(' ')) ?? canonical.get(words.at(-1) ?? '');
  return known === undefined ||
    (words.length > 1 && canonical.get(words.join(' ')) === undefined && known.split(' ').length > 1)
    ? words
    : known.split(' ');
}

export type Agreement = 'same' | 'different' | 'unknown';

/**
 * Whether the page's name and the source's name stand for the same person or body. `unknown` where one of them is no name
 * ("the president", "he") or only a first name is shared.
 */
export function sameSpeaker(page: string | null | undefined, source: string | null | undefined): Agreement {
  if (!page || !source) return 'unknown';
  const a = canonicalWords(page);
  const b = canonicalWords(source);
  if (
    a.length === 0 ||
    b.length === 0 ||
    (a.length === 1 && NO_NAMES.has(a[0])) ||
    (b.length === 1 && NO_NAMES.has(b[0]))
  )
    return 'unknown';
  if (a.join(' ') === b.join(' ')) return 'same';
  const lastA = skeleton(a[a.length - 1]);
  const lastB = skeleton(b[b.length - 1]);
  if (speaksFor(a, b) || speaksFor(b, a)) return 'same';
  if (lastA !== lastB) {
    // A first name alone ("Hillary") is no contradiction of a full name that begins with it.
    return a.length === 1 && b.length > 1 && b.some((word) => skeleton(word) === lastA) ? 'same' : 'different';
  }
  if (a.length === 1 || b.length === 1) return 'same';
  return firstNamesAgree(a, b) ? 'same' : 'different';
}

function firstNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const firstA = skeleton(a[0]);
  const firstB = skeleton(b[0]);
  return firstA === firstB || firstA[0] === firstB[0] || /[^a-z]/u.test(firstA + firstB);
}

function speaksFor(body: readonly string[], person: readonly string[]): boolean {
  return body.some((word) => SPEAKS_FOR.get(word)?.includes(person[person.length - 1]) ?? false);
}
