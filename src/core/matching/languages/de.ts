import { listed, type LanguageTables } from './tables.ts';

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const de: LanguageTables = {
  negations: listed(
    `nicht nie niemals kein keine keinen keinem keiner keines nichts niemand niemanden niemandem nirgends ohne kaum weder noch`,
  ),
  pronouns: listed(
    `ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer du dich dir dein deine ihr euch euer eure sie ihnen ihre ihren ihrem ihrer er ihn ihm sein seine seinen seinem seiner es wer wen wem`,
  ),
  modals: listed(
    `kann kannst konnen konnt konnte konnten muss musst mussen musste mussten soll sollst sollen sollte sollten darf durfen durfte durften will wollen wollte wollten mochte mochten wird werden wurde wurden`,
  ),
  quantifiers: listed(
    `alle allen aller alles jede jeder jedes jeden einige manche viele vielen viel wenige wenigen wenig mehrere meisten beide immer oft manchmal selten nur jemand fast`,
  ),
  comparatives: listed(
    `mehr weniger besser schlechter beste schlimmste grosser kleiner hoher niedriger mindestens hochstens`,
  ),
  fillers: listed(`ahm ah ach naja also ja nun halt eben`),
  fillerPhrases: ['sozusagen', 'wissen sie', 'ich meine'],
  conjunctions: listed(`und aber denn doch also oder`),
  contractions: {
    gehts: 'geht es',
    gibts: 'gibt es',
    habs: 'habe es',
    ists: 'ist es',
    im: 'in dem',
    zum: 'zu dem',
    zur: 'zu der',
  },
  contractionsAgain: {},
  numbers: {
    null: 0,
    eins: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwolf: 12,
  },
  ordinals: [],
  multipliers: {
    hundert: 100,
    tausend: 1000,
    million: 1000000,
    millionen: 1000000,
    milliarde: 1000000000,
    milliarden: 1000000000,
  },
  units: { prozent: '%', euro: '€', dollar: '$', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`aber doch jedoch allerdings obwohl ausser wenn falls`),
};
