import { language, titles, words } from './language.ts';

export const DUTCH = language({
  code: 'nl',
  signs: words('de het een van en in is dat op te voor met niet zijn aan er'),
  cues: words(`
    zei zegt zeiden gezegd vertelde vertelt verteld verklaarde verklaart verklaard stelde stelt schreef schrijft geschreven benadrukte benadrukt meldde meldt
    gemeld vroeg vraagt antwoordde antwoordt reageerde reageert waarschuwde waarschuwt gewaarschuwd noemde noemt genoemd vindt vond beloofde belooft
    erkende erkent voegde toegevoegd besloot concludeerde concludeert lichtte legde liet weten laat twitterde riep roept klaagde klaagt denkt dacht hoopt
    hoopte beweerde beweert bevestigde bevestigt ontkende ontkent aldus herhaalde herhaalt betoogde betoogt merkte sprak spreekt sneerde grapte`),
  strong: words('zei zegt zeiden vertelde verklaarde stelde schreef aldus reageerde'),
  according: ['volgens', 'aldus', 'in de woorden van'],
  pronouns: { hij: 'm', zij: '-', ze: '-', ik: '-', wij: '-', we: '-', men: '-' },
  possessives: { zijn: 'm', haar: 'f', hun: '-' },
  determiners: words('de het een deze dit die dat zijn haar hun enkele veel'),
  prepositions: words('van in op te voor met aan bij uit door over naar om tegen na tot onder tijdens volgens'),
  conjunctions: words('en maar of dat als toen omdat terwijl want dus'),
  relatives: words('die dat wie waarvan'),
  fillers: words('heeft hebben had hadden is was werd ook niet nog al zich later dan daarna wel er toch'),
  notNames: words(
    'de het een deze dit die dat hij zij ze ik wij we en maar of als toen in op voor met van volgens na bij niet ook nog maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december',
  ),
  titles: titles(
    'dhr:m meneer:m mevrouw:f mevr:f dr prof president minister premier minister-president senator burgemeester generaal:m woordvoerder:m woordvoerster:f koning:m koningin:f paus:m directeur leider voorzitter oud-premier staatssecretaris',
  ),
  abbreviations: words('dhr mevr dr prof drs mr ir st bijv enz nr blz'),
  particles: words('van de der den het ter ten von la el al'),
  bodies: words(
    'partij kamer senaat regering ministerie commissie unie raad rechtbank universiteit persbureau bank nederland belgië europa amsterdam telegraaf volkskrant staten rusland oekraïne china vvd pvv cda',
  ),
  speech: words('woorden verklaring opmerking uitspraak toespraak bericht'),
  naming: words('genaamd getiteld geheten zogenaamde zogeheten woord term leus motto bekend bijgenaamd'),
  works: words(
    'boek film roman lied nummer album programma serie krant tijdschrift artikel voorstelling tentoonstelling restaurant vereniging operatie project schip',
  ),
});
