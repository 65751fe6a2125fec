import { listed, numbered, ordinalsOf, type LanguageTables } from './tables.ts';

const ORDINALS = {
  ...ordinalsOf('pierwszy drugi trzeci czwarty piaty szosty siodmy osmy dziewiaty dziesiaty'),
  ...ordinalsOf('pierwsza druga trzecia czwarta piata szosta siodma osma dziewiata dziesiata'),
  ...ordinalsOf('pierwsze drugie trzecie czwarte piate szoste siodme osme dziewiate dziesiate'),
};

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const pl: LanguageTables = {
  negations: listed(
    `nie nigdy nic niczego niczym nikt nikogo nikomu nikim zaden zadna zadne zadnej zadnego zadnych zadnym bez
     ani nigdzie ledwie ledwo niczyj`,
  ),
  pronouns: listed(
    `ja mnie mi mna moj moja moje mojego mojej moich moim my nas nam nami nasz nasza nasze naszego naszej naszych
     naszym ty ciebie cie ci tobie toba twoj twoja twoje twojego twojej wy was wam wami wasz wasza wasze waszego
     waszej on ona ono jego jej go jemu mu nim niego niej nia oni one ich im nich nimi kto kogo komu kim swoj
     swoja swoje swojego swojej swoich sie siebie sobie`,
  ),
  modals: listed(
    `moge mozesz moze mozemy mozecie moga mogl mogla moglo mogli mogly moglby moglaby moglibysmy mogliby mozna
     musze musisz musi musimy musicie musza musial musiala musieli powinien powinna powinno powinni powinny
     powinienem powinnam powinnismy trzeba nalezy wolno chce chcesz chcemy chca chcial chciala chcieli chcialbym
     bedzie beda bedziemy bede`,
  ),
  quantifiers: listed(
    `wszystko wszystkich wszystkim wszyscy wszystkie kazdy kazda kazde kazdego kazdej kazdemu niektorzy niektore
     niektorych wiele wielu duzo malo kilka kilku wiekszosc wiekszosci oba obie obaj obu zawsze czesto czasem
     czasami rzadko tylko jedynie wylacznie prawie niemal ktos kogos cos dosc troche`,
  ),
  comparatives: listed(
    `wiecej mniej lepiej gorzej lepszy lepsza lepsze gorszy gorsza gorsze wiekszy wieksza wieksze mniejszy
     mniejsza mniejsze wyzszy wyzsza wyzsze nizszy nizsza nizsze silniejszy slabszy najlepszy najlepsza najgorszy
     najgorsza najwiekszy najwieksza bardziej najbardziej raczej`,
  ),
  fillers: listed(`no wiec wlasnie`),
  fillerPhrases: ['to znaczy', 'wie pan'],
  conjunctions: listed(`i a ale wiec bo lub`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    ...numbered('zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec'),
    ...numbered(
      'jedenascie dwanascie trzynascie czternascie pietnascie szesnascie siedemnascie osiemnascie dziewietnascie dwadziescia',
      11,
    ),
    ...numbered(
      'trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat',
      30,
      10,
    ),
    ...numbered('sto dwiescie trzysta czterysta piecset szescset siedemset osiemset dziewiecset', 100, 100),
    ...numbered('jednego dwoch trzech czterech pieciu szesciu siedmiu osmiu dziewieciu dziesieciu', 1),
    jedna: 1,
    jedno: 1,
    dwie: 2,
    dwaj: 2,
    stu: 100,
    ...ORDINALS,
  },
  ordinals: Object.keys(ORDINALS),
  multipliers: {
    tysiac: 1000,
    tysiace: 1000,
    tysiecy: 1000,
    tys: 1000,
    milion: 1e6,
    miliony: 1e6,
    milionow: 1e6,
    mln: 1e6,
    miliard: 1e9,
    miliardy: 1e9,
    miliardow: 1e9,
    mld: 1e9,
  },
  articles: [],
  units: {
    procent: '%',
    procenta: '%',
    euro: '€',
    dolar: '$',
    dolary: '$',
    dolarow: '$',
    zloty: 'zł',
    zlote: 'zł',
    zlotych: 'zł',
    percent: '%',
    $: '$',
    '€': '€',
    '£': '£',
  },
  numberGlue: [],
  turners: listed(`ale jednak chociaz chyba jesli`),
};
