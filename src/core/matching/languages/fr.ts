import { listed, type LanguageTables } from './tables.ts';

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const fr: LanguageTables = {
  negations: listed(`ne n pas plus jamais rien personne aucun aucune sans ni nulle guere`),
  pronouns: listed(
    `je j me m moi mon ma mes nous notre nos tu te toi ton ta tes vous votre vos il elle le la lui l son sa ses ils elles leur leurs eux on qui`,
  ),
  modals: listed(
    `peut peux peuvent pouvons pourra pourrait pouvait doit dois doivent devons devra devrait devait faut faudra faudrait veut veux veulent`,
  ),
  quantifiers: listed(
    `tout tous toute toutes chaque quelques certains certaines beaucoup peu plusieurs plupart toujours souvent parfois rarement seulement presque`,
  ),
  comparatives: listed(`moins mieux pire meilleur meilleure meilleurs davantage`),
  fillers: listed(`euh ben bah voila quoi alors donc`),
  fillerPhrases: ['vous savez', 'je veux dire', 'si vous voulez'],
  conjunctions: listed(`et mais donc car or ou`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    zero: 0,
    un: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
  },
  ordinals: [],
  multipliers: {
    cent: 100,
    mille: 1000,
    million: 1000000,
    millions: 1000000,
    milliard: 1000000000,
    milliards: 1000000000,
  },
  units: { euros: '€', euro: '€', dollars: '$', dollar: '$', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`mais cependant toutefois pourtant sauf si`),
};
