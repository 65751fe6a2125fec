import { words, type Language } from './language.ts';

export const GERMAN: Language = {
  code: 'de',
  signs: words('der die und das den mit nicht von ist dem'),
  cues: words(`
    weiß wissen wusste erklären betonen meinen kritisieren fordern warnen schreiben berichten nennen bezeichnen behaupten versichern bestätigen sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten meinte meint meinten äußerte äußert äußerten
    kritisierte kritisiert kritisierten forderte fordert forderten warnte warnt warnten schrieb schreibt schrieben geschrieben
    berichtete berichtet berichteten teilte teilten mitgeteilt mitteilte bezeichnete bezeichnet bezeichneten nannte nennt nannten
    fügte hinzugefügt ergänzte ergänzt fragte fragt fragten antwortete antwortet antworteten rief riefen rufen ruft behauptete behauptet
    behaupteten verkündete verkündet kündigte kündigten angekündigt versicherte versichert versprach verspricht bekräftigte bekräftigt
    unterstrich hob begründete begründet kommentierte kommentiert zitierte zitiert zitierten wies wiesen räumte glaubt glaubte
    hofft hoffte lobte lobt verteidigte verteidigt bestätigte bestätigt verwies appellierte resümierte schloss fuhr stellte stellten
    bemängelte bemängelt beklagte beklagt monierte urteilte urteilt befand befindet konstatierte entgegnete konterte erwiderte
    sprach sprachen spricht gab geben erinnerte erinnert vermutet vermutete mahnte mahnt drohte droht dementierte sieht sah
    formulierte formuliert zeigte zeigten hieß heißt lautete lautet verlangte verlangt gestand bedauerte bedauert hält hielt
    beschrieb beschreibt charakterisierte verurteilte begrüßte begrüßt bewertete wertete nannten twitterte postete jubelte scherzte
    rechtfertigte präzisierte gestand unterstellte attestierte bescheinigte propagierte titelte titelt wirft warf führte plädierte
    riet rät lehnte bewerteten sieht sahen spricht anprangerte prangerte skandierten skandierte kündigten analysierte prognostizierte argumentierte argumentiert stichelte schimpfte lobten informierte gratulierte würdigte würdigt`),
  strong: words(
    'sagte sagt sagten erklärte erklärt erklärten betonte meinte schrieb schreibt fügte ergänzte teilte äußerte zitiert antwortete',
  ),
  bases: [],
  participles: [],
  addressed: [],
  passives: [],
  according: [
    'laut',
    'so',
    'nach angaben von',
    'nach angaben',
    'nach ansicht von',
    'nach ansicht',
    'nach aussage von',
    'nach aussage',
    'nach meinung von',
    'nach meinung',
    'nach auffassung von',
    'nach auffassung',
    'nach worten von',
    'nach worten',
    'nach einschätzung von',
    'nach einschätzung',
    'nach darstellung',
    'gemäß',
  ],
  accordingBehind: ['zufolge'],
  pronouns: { er: 'm', sie: 'f', es: '-', man: '-', ich: '-', wir: '-', dieser: 'm', diese: 'f' },
  possessives: {
    sein: 'm',
    seine: 'm',
    seiner: 'm',
    seinem: 'm',
    seinen: 'm',
    ihr: 'f',
    ihre: 'f',
    ihrer: 'f',
    ihrem: 'f',
    ihren: 'f',
  },
  enclitics: [],
  determiners: words(
    'seinem seinen seines ihrem ihren ihres diesem diesen kein keine unsere jede alle der die das den dem des ein eine einer einem einen eines sein seine seiner ihr ihre ihrer unser dieser diese dieses jeder kein mehrere einige viele beide zwei drei',
  ),
  prepositions: words(
    'außer aufgrund ab trotz angesichts innerhalb außerhalb neben hinter unter bis statt anlässlich ins ans aufs vors übers bezüglich hinsichtlich mithilfe mittels entgegen samt per gemäß von vom für aus bei beim mit in im am an auf zu zum zur nach vor über unter zwischen durch gegen ohne um während wegen seit gegenüber laut',
  ),
  conjunctions: words(
    'wie nachdem bevor sobald falls und aber doch oder dass weil obwohl wenn als da denn sondern ob während indem damit',
  ),
  // der, die, das are determiners far more often.
  relatives: words('welcher welche welches dessen deren'),
  fillers: words(
    'hat hatte haben hatten habe sei wurde worden auch später dann bereits noch weiter erneut zudem außerdem ferner weiterhin dazu daraufhin hierzu nun gestern heute selbst jedoch dabei darüber sich es nicht wird werde soll',
  ),
  notNames: words(
    'hier dort dann daher deshalb deswegen darum danach davor zuvor dagegen derzeit derweil inzwischen mittlerweile allerdings jedoch dennoch trotzdem hingegen immerhin insgesamt insbesondere besonders bereits bisher bislang später früher zugleich gleichzeitig unterdessen währenddessen erst erstmals zunächst schließlich letztlich somit sonst stattdessen weiterhin wiederum zwar weil da obwohl während nachdem bevor ob dass denn sondern oder sogar selbst alle einige mehrere andere kein keine jeder jede jetzt niemand etwas nichts immer bald weitere daran darauf darin darüber demnach demgegenüber ebenso ebenfalls trotz angesichts neben zwischen bis ab wegen sollte könnte würde wäre derartige solche ja nein der die das den dem des ein eine er sie es wir ich man in im am an auf bei nach vor mit von zu und aber doch so auch als wenn wie was wer dies diese dieser damit dabei dazu nun nur noch schon seit für aus gegen über unter durch zum zur laut zudem außerdem weiter montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember heute gestern',
  ),
  titles: {
    herr: 'm',
    herrn: 'm',
    frau: 'f',
    dr: '-',
    prof: '-',
    professor: 'm',
    präsident: 'm',
    präsidentin: 'f',
    bundeskanzler: 'm',
    bundeskanzlerin: 'f',
    kanzler: 'm',
    kanzlerin: 'f',
    minister: 'm',
    ministerin: 'f',
    ministerpräsident: 'm',
    ministerpräsidentin: 'f',
    sprecher: 'm',
    sprecherin: 'f',
    chef: 'm',
    chefin: 'f',
    generalsekretär: 'm',
    vorsitzender: 'm',
    vorsitzende: 'f',
    senator: 'm',
    general: 'm',
    papst: 'm',
    premierminister: 'm',
    premierministerin: 'f',
    außenminister: 'm',
    innenminister: 'm',
    finanzminister: 'm',
  },
  abbreviations: words(
    'dr prof st bzw ca etc z.b u.a d.h nr mio mrd hl geb gest evtl ggf jan feb mär apr jun jul aug sept okt nov dez',
  ),
  particles: words('von van de der den zu zur del al bin la le di da ten'),
  bodies: words(
    'partei union spd cdu csu fdp grünen linke bundestag bundesrat ministerium zeitung spiegel universität verband verein institut behörde gericht bank agentur polizei regierung usa europa deutschland berlin',
  ),
  times: words(
    'jahr jahre jahren woche wochen tag tage tagen monat monate monaten stunde stunden abend morgen nachmittag nacht zeit montag dienstag mittwoch donnerstag freitag samstag sonntag wochenende',
  ),
  reported: words(
    'sei seien habe werde würde würden könne könnten müsse müssten solle sollten wolle dürfe gebe komme gehe bestehe stehe liege handele zeige brauche mache führe bleibe wäre wären hätte hätten',
  ),
  speech: words(
    'worte worten aussage aussagen erklärung äußerung äußerungen kommentar forderung vorwurf behauptung ansicht meinung rede stellungnahme frage antwort',
  ),
  auxiliaries: words(
    'hat hatte haben hatten habe hätte hätten wird wurde werden wurden werde ist war sind waren will wollte wollten kann konnte muss musste soll sollte darf durfte ließ lässt',
  ),
  obliques: words(
    'dem den des einem einen eines seinem seinen seines ihrem ihren ihres diesem diesen jenem keinem keinen unserem unseren allen vielen beiden einigen mehreren',
  ),
  coordinators: words('und aber oder denn sondern doch'),
  heads: [],
  naming: words(
    'genannt genannte genannten genannter sogenannte sogenannten sogenannter sogenanntes namens titel titels motto namen name begriff wort stichwort bekannt heißt hieß heißen heißenden bedeutet typ typs kategorie bezeichnung spitznamen slogan parole',
  ),
  works: words(`
    zeitung zeitungen tageszeitung wochenzeitung zeitschrift magazin nachrichtenmagazin nachrichtenagentur agentur blatt fachblatt website webseite internetseite portal sender fernsehsender
    radio radiosender film films spielfilm dokumentarfilm kinofilm serie sendung show buch buchs roman lied song single album band gruppe gruppen organisation partei bündnis
    initiative verein projekt programm aktion kampagne operation schiff frachter segelschiff tanker flugzeug hubschrauber sonde satellit rakete stern planet hurrikan taifun
    orkan sturm restaurant hotel club firma unternehmen kaufhauskette kette marke spiel computerspiel preis rubrik kategorie ausstellung festival stück oper musical stiftung
    institut gesetz software virus wurm betriebssystem bild morgenpost spiegel times post`),
  capitalNouns: true,
};
