import { listed, numbered, ordinalsOf, type LanguageTables } from './tables.ts';

const ORDINALS = {
  ...ordinalsOf('primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo'),
  ...ordinalsOf('primera segunda tercera cuarta quinta sexta septima octava novena decima'),
};

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const es: LanguageTables = {
  negations: listed(`no nunca jamas nada nadie ningun ninguno ninguna ningunos ningunas sin ni tampoco apenas`),
  pronouns: listed(
    `yo me mi mis mio mia mios mias conmigo nosotros nosotras nos nuestro nuestra nuestros nuestras tu te ti tus
     tuyo tuya contigo vosotros vosotras vuestro vuestra usted ustedes su sus suyo suya ella lo le ellos ellas
     les se quien quienes`,
  ),
  modals: listed(
    `puedo puedes puede podemos pueden podre podra podremos podran podria podriamos podrian podia podian pudo
     pudieron pueda puedan debo debes debe debemos deben debera deberemos deberan deberia deberiamos deberian
     debia debian quiero quiere queremos quieren querria quisiera`,
  ),
  quantifiers: listed(
    `todo todos toda todas cada algun alguno alguna algunos algunas algo alguien mucho mucha muchos muchas poco
     poca pocos pocas bastante bastantes demasiado varios varias mayoria ambos ambas siempre menudo veces solo
     solamente unicamente casi cualquier cualquiera raramente`,
  ),
  comparatives: listed(`mas menos mejor mejores peor peores mayor mayores menor menores superior inferior tan tanto`),
  fillers: listed(`eh este bueno pues`),
  fillerPhrases: ['es decir', 'ya saben', 'o sea'],
  conjunctions: listed(`y pero pues o porque`),
  contractions: { al: 'a el', del: 'de el' },
  contractionsAgain: {},
  numbers: {
    ...numbered(
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
    ),
    ...numbered(
      'veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
      20,
    ),
    ...numbered('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    ...numbered(
      'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
      200,
      100,
    ),
    ...numbered(
      'doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
      200,
      100,
    ),
    un: 1,
    una: 1,
    ...ORDINALS,
  },
  ordinals: Object.keys(ORDINALS),
  multipliers: {
    cien: 100,
    ciento: 100,
    cientos: 100,
    mil: 1000,
    miles: 1000,
    millon: 1e6,
    millones: 1e6,
    billon: 1e12,
    billones: 1e12,
  },
  articles: listed('un una uno'),
  units: { euros: '€', euro: '€', dolares: '$', dolar: '$', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: ['y'],
  turners: listed(`pero sin aunque salvo si`),
};
