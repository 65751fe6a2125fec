import { layoutOf } from '../signs.ts';

/** The rules that propose a speaker, in the order in which their signs are numbered. */
export const RULES = [
  'before',
  'after',
  'dash-name',
  'subject',
  'possessor',
  'name-colon',
  'behind-comma',
  'nearest-name',
  'nearest-pronoun',
  'sentence-before',
  'line-before',
  'same-paragraph',
  'continued',
  'previous-paragraph',
  'dash-line',
] as const;
export type Rule = (typeof RULES)[number];

/** How the subject stands to its verb (cues.ts), and `plain` for a subject without one. */
export const HOWS = [
  'subject',
  'inverted',
  'relative',
  'appositive',
  'participle',
  'clause',
  'according',
  'plain',
] as const;
export type How = (typeof HOWS)[number];
export const HOW = Object.fromEntries(HOWS.map((how, i) => [how, i])) as Record<How, number>;
export const RULE = Object.fromEntries(RULES.map((rule, i) => [rule, i])) as Record<Rule, number>;
export const KIND = { name: 0, pronoun: 1, noun: 2 } as const;
export const LEAD = { colon: 0, start: 1, comma: 2, verb: 3, that: 4, embedded: 5 } as const;
export const CLOSING = { comma: 0, stop: 1, other: 2, none: 3 } as const;
export const POWER = { strong: 0, base: 1, weak: 2, source: 3 } as const;

const [LEADS, CLOSINGS, POWERS, DISTANCES, KINDS] = [6, 4, 4, 5, 3];
const H = HOWS.length;

/** The families of signs; each line is one question asked of a candidate. */
export const SPEAKER_SIGNS = layoutOf({
  ruleKind: [RULES.length, KINDS],
  beforeHow: [H, POWERS],
  beforeLeadDistance: [LEADS, DISTANCES],
  beforeLeadRank: [LEADS, 4],
  beforePowerRank: [POWERS, 4],
  beforeStrongNearer: [2, POWERS],
  beforePowerKindOuter: [POWERS, KINDS, 2],
  beforeKindRankLead: [KINDS, 4, LEADS],
  beforeQuoteLead: [2, LEADS],
  beforeConjunctionRank: [2, 4],
  beforeCommas: [4],
  beforeClosingLead: [CLOSINGS, LEADS],
  beside: [1],
  afterHow: [H, 2],
  afterClosingDistance: [CLOSINGS, DISTANCES],
  afterClosingLead: [CLOSINGS, LEADS],
  afterClosingSentence: [CLOSINGS, 2, 2],
  afterHowPowerRank: [H, POWERS, 3],
  afterDistances: [DISTANCES, DISTANCES],
  afterQuotes: [3, 2],
  afterConjunctionRank: [2, 3],
  afterDash: [2],
  afterHowLead: [H, LEADS],
  afterEnds: [2, H],
  dashName: [2, CLOSINGS],
  subjectLead: [LEADS, DISTANCES],
  subjectClosing: [CLOSINGS],
  possessorLead: [LEADS],
  possessorDistance: [DISTANCES],
  nameColon: [2],
  nameColonKind: [KINDS, 2],
  commaLead: [LEADS],
  commaDistance: [DISTANCES],
  nearestLead: [2, LEADS],
  nearestDistance: [2, DISTANCES],
  plainCue: [2, 2],
  plainPower: [2, POWERS, 2],
  plainHow: [2, H, 2],
  plainCues: [2, 3],
  sameSentenceLead: [4, LEADS],
  sameLeadClosing: [LEADS, CLOSINGS],
  sameRule: [RULES.length, 4],
  previousLead: [LEADS, 2],
  previousAlone: [2, CLOSINGS],
  sure: [3, 3],
});
export const { sign } = SPEAKER_SIGNS;
