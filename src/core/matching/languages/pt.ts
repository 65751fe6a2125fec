import { listed, type LanguageTables } from './tables.ts';

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const pt: LanguageTables = {
  negations: listed(`nao nunca jamais nada ninguem nenhum nenhuma sem nem tampouco`),
  pronouns: listed(
    `eu me mim meu minha meus minhas nos nosso nossa nossos nossas tu te voce voces seu sua seus suas ele ela o a lhe eles elas os as lhes quem`,
  ),
  modals: listed(`pode posso podem podemos podera poderia deve devo devem devemos devera deveria quer quero`),
  quantifiers: listed(
    `todo todos toda todas cada alguns algumas muitos muitas muito poucos poucas pouco varios maioria ambos sempre vezes somente quase`,
  ),
  comparatives: listed(`mais menos melhor pior maior menor`),
  fillers: listed(`eh bem entao ne`),
  fillerPhrases: ['quer dizer', 'sabe'],
  conjunctions: listed(`e mas ou porque`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    zero: 0,
    um: 1,
    dois: 2,
    tres: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    onze: 11,
    doze: 12,
  },
  ordinals: [],
  multipliers: { cem: 100, cento: 100, mil: 1000, milhao: 1000000, milhoes: 1000000 },
  units: { euros: '€', euro: '€', dolares: '$', reais: 'R', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`mas porem embora salvo se`),
};
