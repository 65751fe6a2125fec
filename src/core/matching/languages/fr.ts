import { listed, numbered, ordinalsOf, type LanguageTables } from './tables.ts';

const ORDINALS = {
  ...ordinalsOf(
    'premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme',
  ),
  premiere: 1,
  second: 2,
  seconde: 2,
};

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const fr: LanguageTables = {
  negations: listed(
    `ne n non pas plus jamais rien personne aucun aucune aucunement nul nulle nullement sans ni guere nest nai
     nas na navons navez nont netait netaient netais netions netiez nes netes navait navais navaient naura naurai
     nauront naurait nauraient nen ny neut netant nayant`,
  ),
  pronouns: listed(
    `je j me m moi mon ma mes mien mienne nous notre nos notres tu te toi ton ta tes vous votre vos votres il
     elle lui son sa ses sien sienne ils elles leur leurs eux on qui soi jai jetais javais jaurai jaurais jaime
     jaimerais jespere jy jen quil quils quelle quelles quon sil sils lon moimeme`,
  ),
  modals: listed(
    `peut peux peuvent pouvons pouvez pourra pourrai pourrez pourrons pourront pourrait pourrais pourraient
     pourrions pouvait pouvais pouvaient puisse puissent doit dois doivent devons devez devra devrai devrons
     devront devrait devrais devraient devrions devait devais devaient faut faudra faudrait fallait veut veux
     veulent voulons voulez voudra voudrait voudrais voudraient voulait voulais voulaient veuille`,
  ),
  quantifiers: listed(
    `tout tous toute toutes chaque chacun chacune quelque quelques certains certaines beaucoup peu plusieurs
     plupart toujours souvent parfois rarement seulement uniquement presque assez trop quiconque quelquun tant
     autant quasiment`,
  ),
  comparatives: listed(
    `moins mieux pire pires meilleur meilleure meilleurs meilleures davantage superieur superieure inferieur
     inferieure moindre plutot`,
  ),
  fillers: listed(`euh ben bah voila quoi alors donc`),
  fillerPhrases: ['vous savez', 'je veux dire', 'si vous voulez'],
  conjunctions: listed(`et mais donc car or ou`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    ...numbered('zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
    ...numbered('vingt trente quarante cinquante soixante septante huitante nonante', 20, 10),
    une: 1,
    ...ORDINALS,
  },
  ordinals: Object.keys(ORDINALS),
  multipliers: {
    cent: 100,
    cents: 100,
    centaines: 100,
    mille: 1000,
    milliers: 1000,
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9,
  },
  articles: listed('un une'),
  units: { euros: '€', euro: '€', dollars: '$', dollar: '$', pourcent: '%', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: ['et'],
  turners: listed(`mais cependant toutefois pourtant sauf si`),
};
