import { listed, type LanguageTables } from './tables.ts';

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const es: LanguageTables = {
  negations: listed(`no nunca jamas nada nadie ningun ninguno ninguna sin ni tampoco apenas`),
  pronouns: listed(
    `yo me mi mis nosotros nos nuestro nuestra nuestros nuestras tu te ti tus usted ustedes su sus el ella lo la le ellos ellas los las les se quien`,
  ),
  modals: listed(`puede puedo pueden podemos podra podria podia debe debo deben debemos debera deberia quiere quiero`),
  quantifiers: listed(
    `todo todos toda todas cada algunos algunas muchos muchas mucho pocos pocas poco varios mayoria ambos siempre menudo veces solo casi alguien`,
  ),
  comparatives: listed(`mas menos mejor peor mayor menor`),
  fillers: listed(`eh este bueno pues`),
  fillerPhrases: ['es decir', 'ya saben', 'o sea'],
  conjunctions: listed(`y pero pues o porque`),
  contractions: { al: 'a el', del: 'de el' },
  contractionsAgain: {},
  numbers: {
    cero: 0,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
  },
  ordinals: [],
  multipliers: { cien: 100, ciento: 100, mil: 1000, millon: 1000000, millones: 1000000 },
  units: { euros: '€', euro: '€', dolares: '$', dolar: '$', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`pero sin aunque salvo si`),
};
