/**
 * What stands in a transcript without being said: stage directions in brackets and speaker labels at the start of a line.
 * Both are left out of the words of a text, so that a quotation matches across them.
 */

/** Words that make a bracket a stage direction, by language. A bracket counts when one of them begins a word in it. */
const DIRECTION_WORDS = {
  en: [
    'applause',
    'laughter',
    'laughs',
    'laughing',
    'chuckles',
    'chuckling',
    'cheers',
    'cheering',
    'crosstalk',
    'cross-talk',
    'inaudible',
    'unintelligible',
    'indiscernible',
    'audience',
    'boos',
    'booing',
    'music',
    'pause',
    'pauses',
    'chanting',
    'off-mic',
    'off mic',
    'sic',
    'phonetic',
    'ph',
    'begin video',
    'end video',
    'video clip',
    'video plays',
    'commercial break',
    'standing ovation',
    'no response',
    'sighs',
    'through interpreter',
    'as interpreted',
    'via translator',
    'in progress',
    'gestures',
    'bell rings',
    'break in',
    'moment of silence',
    'silence',
    'coughs',
    'sneezes',
    'whistling',
    'singing',
    'clapping',
  ],
  de: ['beifall', 'heiterkeit', 'lachen', 'gelächter', 'zuruf', 'zurufe', 'applaus', 'unverständlich', 'zwischenruf'],
  fr: ['applaudissements', 'rires', 'inaudible', 'exclamations', 'brouhaha', 'protestations'],
  es: ['aplausos', 'risas', 'inaudible', 'abucheos'],
  it: ['applausi', 'risate', 'incomprensibile'],
  pt: ['aplausos', 'risos', 'inaudível'],
  nl: ['applaus', 'gelach', 'onverstaanbaar'],
  pl: ['oklaski', 'śmiech', 'niezrozumiałe'],
  uk: ['оплески', 'сміх', 'нерозбірливо'],
  ru: ['аплодисменты', 'смех', 'неразборчиво', 'смеётся', 'смеется'],
} as const;

/** A bracket longer than this many UTF-16 units is a remark of the speaker, not a direction. */
const LONGEST_DIRECTION = 80;

/** Of text in lower case: without regard to case, browsers take 5 ms to compile these classes of letters. */
const DIRECTION = new RegExp(`(?<!\\p{L})(?:${Object.values(DIRECTION_WORDS).flat().join('|')})(?!\\p{L})`, 'u');
/** "MS. PSAKI:", "THE PRESIDENT:", "Q:" or "Q" before a capital. Mixed case is left alone: a sentence can begin "Remember:". */
const LABEL = /[ \t]*(?:(?=[^:\n]*[A-Z]{2})[A-Z][A-Z.'’\- ]{1,40}:(?=\s)|Q(?:[:.]\s*|[ \t\u00A0]+)(?=["“(]?\p{Lu}))/uy;

/**
 * The end of the stage direction that opens at `open` (a "(" or "[" of the text), or -1 when the bracket holds spoken words.
 * UTF-16 offsets; the end lies behind the closing bracket.
 */
export function directionEnd(text: string, open: number): number {
  const closing = text.charCodeAt(open) === 0x28 ? ')' : ']';
  const close = text.indexOf(closing, open + 1);
  if (close === -1 || close - open > LONGEST_DIRECTION) return -1;
  return DIRECTION.test(text.slice(open + 1, close).toLowerCase()) ? close + 1 : -1;
}

/** The end of the speaker label that begins the line at `lineStart`, or -1. UTF-16 offsets. */
export function labelEnd(text: string, lineStart: number): number {
  if (!mayBeLabel(text, lineStart)) return -1;
  LABEL.lastIndex = lineStart;
  return LABEL.test(text) ? LABEL.lastIndex : -1;
}

/** Whether a line begins as `LABEL` demands, with a capital that no small letter follows: nearly every line does not. */
function mayBeLabel(text: string, lineStart: number): boolean {
  let at = lineStart;
  let unit = text.charCodeAt(at);
  while (unit === 0x20 || unit === 0x09) unit = text.charCodeAt(++at);
  if (!(unit >= 0x41 && unit <= 0x5a)) return false;
  const next = text.charCodeAt(at + 1);
  return !(next >= 0x61 && next <= 0x7a);
}
