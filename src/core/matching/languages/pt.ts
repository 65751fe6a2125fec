import { listed, numbered, ordinalsOf, type LanguageTables } from './tables.ts';

const ORDINALS = {
  ...ordinalsOf('primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo'),
  ...ordinalsOf('primeira segunda terceira quarta quinta sexta setima oitava nona decima'),
};

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const pt: LanguageTables = {
  negations: listed(`nao nunca jamais nada ninguem nenhum nenhuma nenhuns nenhumas sem nem tampouco`),
  pronouns: listed(
    `eu me mim meu minha meus minhas comigo nos nosso nossa nossos nossas conosco connosco tu te ti teu tua teus
     tuas contigo voce voces seu sua seus suas ele ela dele dela lhe eles elas deles delas lhes se si quem gente`,
  ),
  modals: listed(
    `posso pode podes podemos podem poderei podera poderemos poderao poderia poderiamos poderiam podia podiam
     possa possam devo deve devemos devem devera deveremos deverao deveria deveriamos deveriam devia deviam quero
     quer queremos querem queria queriam quereria precisa precisamos precisam`,
  ),
  quantifiers: listed(
    `todo todos toda todas tudo cada algum alguma alguns algumas algo alguem muito muita muitos muitas pouco
     pouca poucos poucas bastante bastantes demais varios varias maioria ambos ambas sempre frequentemente vezes
     somente apenas quase qualquer quaisquer raramente`,
  ),
  comparatives: listed(
    `mais menos melhor melhores pior piores maior maiores menor menores superior inferior tao tanto`,
  ),
  fillers: listed(`eh bem entao ne`),
  fillerPhrases: ['quer dizer', 'sabe'],
  conjunctions: listed(`e mas ou porque`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    ...numbered(
      'zero um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove',
    ),
    ...numbered('vinte trinta quarenta cinquenta sessenta setenta oitenta noventa', 20, 10),
    ...numbered('duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos', 200, 100),
    ...numbered('duzentas trezentas quatrocentas quinhentas seiscentas setecentas oitocentas novecentas', 200, 100),
    uma: 1,
    duas: 2,
    quatorze: 14,
    dezasseis: 16,
    dezassete: 17,
    dezanove: 19,
    ...ORDINALS,
  },
  ordinals: Object.keys(ORDINALS),
  multipliers: {
    cem: 100,
    cento: 100,
    centenas: 100,
    mil: 1000,
    milhares: 1000,
    milhao: 1e6,
    milhoes: 1e6,
    bilhao: 1e9,
    bilhoes: 1e9,
  },
  articles: listed('um uma'),
  units: {
    euros: '€',
    euro: '€',
    dolares: '$',
    dolar: '$',
    reais: 'R',
    real: 'R',
    percent: '%',
    $: '$',
    '€': '€',
    '£': '£',
  },
  numberGlue: ['e'],
  turners: listed(`mas porem embora salvo se`),
};
