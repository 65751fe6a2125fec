import { listed, type LanguageTables } from './tables.ts';

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const it: LanguageTables = {
  negations: listed(`non mai niente nulla nessuno nessuna senza ne neanche nemmeno appena`),
  pronouns: listed(
    `io mi me mio mia miei mie noi ci nostro nostra nostri nostre tu ti te tuo tua voi vi vostro vostra lui lei lo la li le gli suo sua suoi sue loro chi`,
  ),
  modals: listed(
    `puo posso possono possiamo potra potrebbe poteva deve devo devono dobbiamo dovra dovrebbe vuole voglio`,
  ),
  quantifiers: listed(
    `tutto tutti tutta tutte ogni alcuni alcune molti molte molto pochi poche poco parecchi maggior entrambi sempre spesso talvolta solo quasi`,
  ),
  comparatives: listed(`piu meno meglio peggio migliore peggiore maggiore minore`),
  fillers: listed(`eh beh allora insomma cioe`),
  fillerPhrases: ['voglio dire', 'come dire'],
  conjunctions: listed(`e ma perche o quindi`),
  contractions: {},
  contractionsAgain: {},
  numbers: {
    zero: 0,
    uno: 1,
    due: 2,
    tre: 3,
    quattro: 4,
    cinque: 5,
    sei: 6,
    sette: 7,
    otto: 8,
    nove: 9,
    dieci: 10,
    undici: 11,
    dodici: 12,
  },
  ordinals: [],
  multipliers: {
    cento: 100,
    mille: 1000,
    mila: 1000,
    milione: 1000000,
    milioni: 1000000,
    miliardo: 1000000000,
    miliardi: 1000000000,
  },
  units: { euro: '€', dollari: '$', dollaro: '$', percent: '%', $: '$', '€': '€', '£': '£' },
  numberGlue: [],
  turners: listed(`ma pero tuttavia salvo se`),
};
