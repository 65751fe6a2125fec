import { listed, numbered, ordinalsOf, unitBeforeTen, type LanguageTables } from './tables.ts';

const ORDINALS = ordinalsOf('eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde');

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const nl: LanguageTables = {
  negations: listed(
    `niet nooit geen niets niks niemand nergens zonder noch nauwelijks amper nimmer geenszins allerminst`,
  ),
  pronouns: listed(
    `ik mij me mijn mijzelf wij we ons onze onszelf jij je jou jouw jezelf u uw uzelf jullie hij hem zijn
     zichzelf zij ze haar haarzelf hun hen wie wiens men elkaar`,
  ),
  modals: listed(
    `kan kun kunt kunnen kon konden moet moeten moest moesten mag mogen mocht mochten zal zult zullen zou zouden
     wil wilt willen wilde wilden wou hoef hoeft hoeven hoefde`,
  ),
  quantifiers: listed(
    `alle allen alles elke elk ieder iedere sommige sommigen veel vele velen weinig weinigen enkele enige meeste
     meesten beide beiden verscheidene verschillende altijd steeds vaak soms zelden alleen slechts bijna haast
     iemand iets iedereen genoeg`,
  ),
  comparatives: listed(
    `meer minder beter betere slechter slechtere beste slechtste ergste groter grotere kleiner kleinere hoger
     hogere lager lagere sterker zwakker langer korter liever eerder minstens hoogstens`,
  ),
  fillers: listed(`eh uh nou ja dus`),
  fillerPhrases: ['weet je', 'ik bedoel'],
  conjunctions: listed(`en maar dus want of`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    ...numbered(
      'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    ),
    ...numbered('twintig dertig veertig vijftig zestig zeventig tachtig negentig', 20, 10),
    ...unitBeforeTen(
      'een twee drie vier vijf zes zeven acht negen',
      'en',
      'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    ),
    tweehonderd: 200,
    driehonderd: 300,
    tweeduizend: 2000,
    ...ORDINALS,
  },
  ordinals: Object.keys(ORDINALS),
  multipliers: {
    honderd: 100,
    honderden: 100,
    duizend: 1000,
    duizenden: 1000,
    miljoen: 1e6,
    miljoenen: 1e6,
    mln: 1e6,
    miljard: 1e9,
    miljarden: 1e9,
    mld: 1e9,
    biljoen: 1e12,
  },
  articles: listed('een'),
  units: { procent: '%', euro: '€', euros: '€', dollar: '$', dollars: '$', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`maar echter hoewel tenzij als`),
};
