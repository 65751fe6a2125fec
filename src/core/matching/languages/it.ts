import { listed, numbered, ordinalsOf, type LanguageTables } from './tables.ts';

const ORDINALS = {
  ...ordinalsOf('primo secondo terzo quarto quinto sesto settimo ottavo nono decimo'),
  // Without "prima", which is "before" as often.
  ...numbered('seconda terza quarta quinta sesta settima ottava nona decima', 2),
};
/** Ten and unit in one word; the ten loses its last vowel before "uno" and "otto". */
function tenBeforeUnit(tens: string, units: string): Record<string, number> {
  return Object.fromEntries(
    listed(tens).flatMap((ten, t) =>
      listed(units).map((unit, u) => [(/^[ou]/u.test(unit) ? ten.slice(0, -1) : ten) + unit, (t + 2) * 10 + u + 1]),
    ),
  );
}

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const it: LanguageTables = {
  negations: listed(`non mai niente nulla nessuno nessuna nessun senza ne neanche nemmeno neppure appena no`),
  pronouns: listed(
    `io mi me mio mia miei mie noi ci nostro nostra nostri nostre tu ti te tuo tua tuoi tue voi vi vostro vostra
     vostri vostre lui lei li suo sua suoi sue loro egli ella essi esse si chi cui`,
  ),
  modals: listed(
    `posso puoi puo possiamo potete possono potro potra potremo potranno potrei potrebbe potremmo potrebbero
     poteva potevano possa possano devo devi deve dobbiamo dovete devono dovra dovremo dovranno dovrei dovrebbe
     dovremmo dovrebbero doveva dovevano voglio vuoi vuole vogliamo volete vogliono vorrei vorrebbe vorremmo
     voleva bisogna`,
  ),
  quantifiers: listed(
    `tutto tutti tutta tutte ogni ognuno ciascuno qualche qualcuno qualcosa alcuni alcune alcun molto molta molti
     molte poco poca pochi poche parecchio parecchi parecchie troppo troppi abbastanza maggioranza maggior
     entrambi entrambe sempre spesso talvolta raramente solo soltanto solamente quasi chiunque`,
  ),
  comparatives: listed(
    `piu meno meglio peggio migliore migliori peggiore peggiori maggiore maggiori minore minori superiore
     inferiore piuttosto`,
  ),
  fillers: listed(`eh beh allora insomma cioe`),
  fillerPhrases: ['voglio dire', 'come dire'],
  conjunctions: listed(`e ma perche o quindi`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    ...numbered(
      'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    ),
    ...numbered('venti trenta quaranta cinquanta sessanta settanta ottanta novanta', 20, 10),
    ...tenBeforeUnit(
      'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
      'uno due tre quattro cinque sei sette otto nove',
    ),
    un: 1,
    una: 1,
    duecento: 200,
    trecento: 300,
    cinquecento: 500,
    duemila: 2000,
    tremila: 3000,
    ...ORDINALS,
  },
  ordinals: Object.keys(ORDINALS),
  multipliers: {
    cento: 100,
    centinaia: 100,
    mille: 1000,
    mila: 1000,
    migliaia: 1000,
    milione: 1e6,
    milioni: 1e6,
    miliardo: 1e9,
    miliardi: 1e9,
  },
  articles: listed('un una uno'),
  units: { euro: '€', dollari: '$', dollaro: '$', percento: '%', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`ma pero tuttavia salvo se`),
};
