import { language, titles, words } from './language.ts';

export const ITALIAN = language({
  code: 'it',
  signs: words('il la di che e un per non con del della sono è nel si anche gli'),
  cues: words(`
    detto dice diceva disse dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge sottolineato sottolinea assicurato assicura ribadito ribadisce
    osservato osserva commentato commenta scritto scrive sostenuto sostiene annunciato annuncia ricordato ricorda precisato precisa risposto risponde rispose
    chiesto chiede concluso conclude ammesso ammette avvertito avverte criticato critica denunciato denuncia promesso promette raccontato racconta
    insistito insiste replicato replica replicò attaccato attacca definito definisce chiamato chiama esclamato esclama twittato evidenziato evidenzia
    rimarcato puntualizzato confermato conferma riferito riferisce sbottato tuona incalza avvisa`),
  according: ['secondo', 'a detta di', 'stando a'],
  pronouns: { lui: 'm', lei: 'f', egli: 'm', ella: 'f', loro: '-', io: '-', noi: '-' },
  possessives: { suo: '-', sua: '-', suoi: '-', sue: '-', loro: '-' },
  determiners: words('il lo la i gli le l un uno una questo questa quello quella suo sua alcuni molti'),
  prepositions: words(
    'di a da in con su per tra fra del della dei delle al alla dal dalla nel nella sul sulla dopo prima durante contro secondo',
  ),
  conjunctions: words('e ed ma o che se quando mentre perché anche però quindi'),
  relatives: words('che cui quale quali chi'),
  fillers: words("ha hanno aveva avevano è era si s'è non anche poi ancora già inoltre sempre solo così"),
  notNames: words(
    'il lo la i gli le un una questo quello e ma o che se quando in per con su di da del della dopo secondo non sì anche poi così lui lei io noi lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  ),
  titles: titles(
    'sig:m signor:m signora:f dott:m dottor:m dottoressa:f presidente ministro ministra:f premier senatore:m senatrice:f deputato:m sindaco governatore:m generale:m segretario:m segretaria:f papa:m re:m regina:f direttore:m direttrice:f portavoce leader ex vicepremier onorevole cancelliere:m',
  ),
  abbreviations: words('sig dott prof on ecc pag art'),
  particles: words('di de del della da van von la lo'),
  bodies: words(
    'partito camera senato governo ministero commissione unione consiglio tribunale università agenzia banca italia europa roma repubblica corriere stampa stati uniti russia ucraina cina lega fratelli',
  ),
  speech: words('parole dichiarazione frase discorso nota messaggio'),
  naming: words(
    'intitolato intitolata chiamato chiamata denominato soprannominato soprannominata cosiddetto cosiddetta parola termine slogan detto detta',
  ),
  works: words(
    'libro film romanzo canzone disco album programma serie giornale quotidiano rivista articolo spettacolo mostra ristorante associazione operazione progetto nave',
  ),
});
