import { listed, type LanguageTables } from './tables.ts';

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const nl: LanguageTables = {
  negations: listed(`niet nooit geen niets niemand nergens zonder noch nauwelijks`),
  pronouns: listed(
    `ik mij me mijn wij we ons onze jij je jou jouw u uw jullie hij hem zijn zij ze haar het hun hen wie`,
  ),
  modals: listed(
    `kan kunnen kon konden moet moeten moest moesten mag mogen mocht zal zullen zou zouden wil willen wilde`,
  ),
  quantifiers: listed(
    `alle alles elke elk iedere sommige veel weinig enkele meeste beide altijd vaak soms zelden alleen bijna iemand iedereen`,
  ),
  comparatives: listed(`meer minder beter slechter beste slechtste groter kleiner`),
  fillers: listed(`eh uh nou ja dus`),
  fillerPhrases: ['weet je', 'ik bedoel'],
  conjunctions: listed(`en maar dus want of`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    nul: 0,
    een: 1,
    twee: 2,
    drie: 3,
    vier: 4,
    vijf: 5,
    zes: 6,
    zeven: 7,
    acht: 8,
    negen: 9,
    tien: 10,
    elf: 11,
    twaalf: 12,
  },
  ordinals: [],
  multipliers: { honderd: 100, duizend: 1000, miljoen: 1000000, miljard: 1000000000 },
  units: { procent: '%', euro: '€', dollar: '$', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`maar echter hoewel tenzij als`),
};
