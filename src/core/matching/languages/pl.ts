import { listed, type LanguageTables } from './tables.ts';

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const pl: LanguageTables = {
  negations: listed(`nie nigdy nic nikt nikogo zaden zadna zadne bez ani nigdzie ledwie`),
  pronouns: listed(
    `ja mnie mi moj moja moje my nas nam nasz nasza nasze ty ciebie ci twoj wy was wam wasz on ona ono jego jej go jemu mu oni one ich im kto`,
  ),
  modals: listed(
    `moze moge moga mozemy mogl mogla moglby musi musze musza musimy musial powinien powinna powinni trzeba chce`,
  ),
  quantifiers: listed(
    `wszystko wszyscy wszystkie kazdy kazda kazde niektorzy niektore wiele wielu malo kilka wiekszosc oba zawsze czesto czasem rzadko tylko prawie ktos`,
  ),
  comparatives: listed(`wiecej mniej lepiej gorzej lepszy gorszy wiekszy mniejszy`),
  fillers: listed(`no wiec wlasnie`),
  fillerPhrases: ['to znaczy', 'wie pan'],
  conjunctions: listed(`i a ale wiec bo lub`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    zero: 0,
    jeden: 1,
    dwa: 2,
    trzy: 3,
    cztery: 4,
    piec: 5,
    szesc: 6,
    siedem: 7,
    osiem: 8,
    dziewiec: 9,
    dziesiec: 10,
  },
  ordinals: [],
  multipliers: {
    sto: 100,
    tysiac: 1000,
    tysiace: 1000,
    tysiecy: 1000,
    milion: 1000000,
    miliony: 1000000,
    milionow: 1000000,
    miliard: 1000000000,
  },
  units: { procent: '%', euro: '€', dolarow: '$', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`ale jednak chociaz chyba jesli`),
};
