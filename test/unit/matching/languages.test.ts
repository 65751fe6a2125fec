import { beforeAll, describe, expect, it } from 'vitest';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { EditKind, Verdict } from '../../../src/core/matching/types.ts';
import { buildPack, memoryBytes, openPack, type Pack } from '../../../src/core/packs/index.ts';

/** Per language: the kind of the one change (null: a harmless one, or none), the words as quoted, the words as said. */
const CASES: Readonly<Record<string, readonly (readonly [EditKind | null, string, string])[]>> = {
  de: [
    [
      'negation',
      'Wir werden die Grenzen im Herbst schließen und den Hafen dazu',
      'Wir werden die Grenzen im Herbst nicht schließen und den Hafen dazu',
    ],
    ['negation', 'Es gibt einen Grund zur Eile in dieser Frage', 'Es gibt keinen Grund zur Eile in dieser Frage'],
    [
      'number',
      'Der Bund zahlt dafür dreizehn Milliarden aus dem Sondervermögen',
      'Der Bund zahlt dafür dreißig Milliarden aus dem Sondervermögen',
    ],
    [
      'pronoun',
      'Sie haben den Vertrag mit den Gewerkschaften unterschrieben',
      'Wir haben den Vertrag mit den Gewerkschaften unterschrieben',
    ],
    [
      'modal',
      'Das Parlament muss über den Haushalt neu abstimmen',
      'Das Parlament darf über den Haushalt neu abstimmen',
    ],
    ['quantifier', 'Alle Schulen der Stadt bekommen neue Fenster', 'Manche Schulen der Stadt bekommen neue Fenster'],
    [
      'comparative',
      'Die Lage am Arbeitsmarkt ist schlechter als im Vorjahr',
      'Die Lage am Arbeitsmarkt ist besser als im Vorjahr',
    ],
    [
      null,
      'Im Ausschuss sitzen 24 Abgeordnete aus sechs Fraktionen',
      'Im Ausschuss sitzen vierundzwanzig Abgeordnete aus sechs Fraktionen',
    ],
    [
      null,
      'Der Tunnel kostet 2 Milliarden Euro und zehn Jahre',
      'Der Tunnel kostet zwei Milliarden Euro und zehn Jahre',
    ],
    ['content', 'Die Ministerin eröffnete eine Brücke am Hafen', 'Die Ministerin eröffnete die Brücke am Hafen'],
  ],
  nl: [
    [
      'negation',
      'Het kabinet zal de belasting volgend jaar verhogen voor de boeren',
      'Het kabinet zal de belasting volgend jaar niet verhogen voor de boeren',
    ],
    [
      'negation',
      'Daar is volgens de dijkgraaf een twijfel over mogelijk',
      'Daar is volgens de dijkgraaf geen twijfel over mogelijk',
    ],
    [
      'number',
      'De gemeente bouwt vierhonderd woningen langs het kanaal in zestien straten',
      'De gemeente bouwt vierhonderd woningen langs het kanaal in zestig straten',
    ],
    ['pronoun', 'Zij hebben het akkoord met de boeren getekend', 'Wij hebben het akkoord met de boeren getekend'],
    ['modal', 'De minister moet morgen naar de Kamer komen', 'De minister mag morgen naar de Kamer komen'],
    [
      'quantifier',
      'Alle treinen rijden zondag weer volgens de dienstregeling',
      'Sommige treinen rijden zondag weer volgens de dienstregeling',
    ],
    ['comparative', 'Het water staat lager dan vorige winter', 'Het water staat hoger dan vorige winter'],
    [
      null,
      'Er kwamen 35 vissers naar de vergadering in Urk',
      'Er kwamen vijfendertig vissers naar de vergadering in Urk',
    ],
    ['content', 'De burgemeester opende een brug bij de sluis', 'De burgemeester opende de brug bij de sluis'],
  ],
  fr: [
    ['negation', 'On peut fermer les hôpitaux de la vallée', 'On peut pas fermer les hôpitaux de la vallée'],
    [
      'negation',
      'Le gouvernement a renoncé à aucune réforme des retraites',
      'Le gouvernement n’a renoncé à aucune réforme des retraites',
    ],
    [
      'negation',
      'La France est plus seule dans cette épreuve difficile',
      "La France n'est plus seule dans cette épreuve difficile",
    ],
    [
      'number',
      'Il y aura quinze mille postes dans les hôpitaux publics',
      'Il y aura cinquante mille postes dans les hôpitaux publics',
    ],
    ['pronoun', 'Il doit protéger les ouvriers de la vallée', 'On doit protéger les ouvriers de la vallée'],
    ['pronoun', "J'ai signé le traité avec les voisins du nord", 'On a signé le traité avec les voisins du nord'],
    ['modal', 'Le Parlement doit voter la loi avant le printemps', 'Le Parlement peut voter la loi avant le printemps'],
    [
      'quantifier',
      'Beaucoup de communes recevront une aide pour les écoles',
      'Peu de communes recevront une aide pour les écoles',
    ],
    [
      'comparative',
      'Les salaires sont meilleurs que dans les usines voisines',
      'Les salaires sont pires que dans les usines voisines',
    ],
    [
      null,
      'Le pont coûtera 12 millions aux habitants de la région',
      'Le pont coûtera douze millions aux habitants de la région',
    ],
    [
      'content',
      'Le maire a promis un stade aux jeunes du quartier',
      'Le maire a promis le stade aux jeunes du quartier',
    ],
  ],
  es: [
    [
      'negation',
      'Este año vamos a subir los impuestos a las familias',
      'Este año no vamos a subir los impuestos a las familias',
    ],
    ['negation', 'El acuerdo se firmó con testigos en la capital', 'El acuerdo se firmó sin testigos en la capital'],
    [
      'number',
      'Llegaron sesenta barcos al puerto antes de la tormenta',
      'Llegaron setenta barcos al puerto antes de la tormenta',
    ],
    [
      'pronoun',
      'Ellos firmaron la carta del sindicato de mineros',
      'Ustedes firmaron la carta del sindicato de mineros',
    ],
    [
      'modal',
      'El Congreso debe aprobar los presupuestos en otoño',
      'El Congreso puede aprobar los presupuestos en otoño',
    ],
    ['quantifier', 'Muchos pueblos del valle tendrán médico propio', 'Algunos pueblos del valle tendrán médico propio'],
    ['comparative', 'La cosecha fue peor que la del verano pasado', 'La cosecha fue mejor que la del verano pasado'],
    [null, 'El museo compró 25 cuadros de pintores locales', 'El museo compró veinticinco cuadros de pintores locales'],
    [
      null,
      'A la reunión sobre el agua acudieron 31 alcaldes del valle',
      'A la reunión sobre el agua acudieron treinta y uno alcaldes del valle',
    ],
    [
      'content',
      'La alcaldesa inauguró una biblioteca junto al río grande',
      'La alcaldesa inauguró la biblioteca junto al río grande',
    ],
    [
      'content',
      'Hablaron con el presidente durante la cena oficial',
      'Hablaron con la presidente durante la cena oficial',
    ],
  ],
  it: [
    [
      'negation',
      'Il governo aumenterà le tasse sulle case di montagna',
      'Il governo non aumenterà le tasse sulle case di montagna',
    ],
    [
      'negation',
      'Siamo partiti con scorta verso il porto vecchio',
      'Siamo partiti senza scorta verso il porto vecchio',
    ],
    [
      'number',
      'Sono arrivati sedici medici negli ospedali della provincia',
      'Sono arrivati sessanta medici negli ospedali della provincia',
    ],
    [
      'pronoun',
      'Il porto vecchio è vostro da tre generazioni di pescatori',
      'Il porto vecchio è nostro da tre generazioni di pescatori',
    ],
    [
      'modal',
      'Il Senato deve discutere la riforma prima di Natale',
      'Il Senato può discutere la riforma prima di Natale',
    ],
    [
      'quantifier',
      'Molti comuni della costa riceveranno fondi europei',
      'Alcuni comuni della costa riceveranno fondi europei',
    ],
    [
      'comparative',
      'I treni regionali sono peggiori di dieci anni fa',
      'I treni regionali sono migliori di dieci anni fa',
    ],
    [
      null,
      'Hanno votato contro 28 deputati della maggioranza uscente',
      'Hanno votato contro ventotto deputati della maggioranza uscente',
    ],
    [
      'content',
      'Il sindaco ha aperto un mercato vicino alla stazione',
      'Il sindaco ha aperto il mercato vicino alla stazione',
    ],
  ],
  pt: [
    [
      'negation',
      'O governo vai cortar as pensões dos professores',
      'O governo não vai cortar as pensões dos professores',
    ],
    [
      'negation',
      'A ponte foi construída com licença da câmara municipal',
      'A ponte foi construída sem licença da câmara municipal',
    ],
    [
      'number',
      'Chegaram sessenta navios ao porto antes da tempestade',
      'Chegaram setenta navios ao porto antes da tempestade',
    ],
    [
      'pronoun',
      'Eles assinaram o acordo com os pescadores do norte',
      'Vocês assinaram o acordo com os pescadores do norte',
    ],
    ['modal', 'O Senado deve votar o orçamento ainda neste mês', 'O Senado pode votar o orçamento ainda neste mês'],
    [
      'quantifier',
      'Todas escolas do interior terão refeitório novo',
      'Algumas escolas do interior terão refeitório novo',
    ],
    ['comparative', 'A colheita foi pior do que a do verão passado', 'A colheita foi melhor do que a do verão passado'],
    [
      null,
      'O hospital contratou 16 enfermeiras para a urgência',
      'O hospital contratou dezesseis enfermeiras para a urgência',
    ],
    [
      'content',
      'A prefeita inaugurou uma creche perto da praça velha',
      'A prefeita inaugurou a creche perto da praça velha',
    ],
  ],
  pl: [
    [
      'negation',
      'W tym roku rząd ustąpi przed właścicielami kopalń',
      'W tym roku rząd nie ustąpi przed właścicielami kopalń',
    ],
    [
      'negation',
      'Umowa została podpisana wobec świadków w ratuszu miasta',
      'Umowa została podpisana bez świadków w ratuszu miasta',
    ],
    [
      'number',
      'Do portu wpłynęło siedemnaście statków ze zbożem',
      'Do portu wpłynęło siedemdziesiąt statków ze zbożem',
    ],
    ['pronoun', 'Zapłacili im za most przez rzekę w Toruniu', 'Zapłacili nam za most przez rzekę w Toruniu'],
    ['modal', 'Sejm musi uchwalić budżet przed końcem roku', 'Sejm może uchwalić budżet przed końcem roku'],
    ['quantifier', 'Wszystkie szkoły w gminie dostaną nowe okna', 'Niektóre szkoły w gminie dostaną nowe okna'],
    [
      'comparative',
      'Zbiory były gorsze niż zeszłego lata na Mazurach',
      'Zbiory były lepsze niż zeszłego lata na Mazurach',
    ],
    [
      null,
      'Szpital zatrudnił 15 pielęgniarek na oddziale dziecięcym',
      'Szpital zatrudnił piętnaście pielęgniarek na oddziale dziecięcym',
    ],
    [
      'content',
      'Burmistrz otworzył bibliotekę obok starego dworca kolejowego',
      'Burmistrz otworzył pływalnię obok starego dworca kolejowego',
    ],
  ],
  uk: [
    [
      'negation',
      'За жодних умов ми віддамо порт нікому з сусідів',
      'За жодних умов ми не віддамо порт нікому з сусідів',
    ],
    ['negation', 'Договір підписали для свідків у міській раді', 'Договір підписали без свідків у міській раді'],
    ['number', "До гавані зайшло п'ятнадцять кораблів із зерном", "До гавані зайшло п'ятдесят кораблів із зерном"],
    ['pronoun', 'Вони заплатили за міст через річку минулої осені', 'Ми заплатили за міст через річку минулої осені'],
    ['modal', 'Рада повинна ухвалити бюджет до кінця року', 'Рада може ухвалити бюджет до кінця року'],
    ['quantifier', 'Всі школи громади отримають нові вікна взимку', 'Деякі школи громади отримають нові вікна взимку'],
    [
      'comparative',
      'Врожай був гірший за торішній на півдні області',
      'Врожай був кращий за торішній на півдні області',
    ],
    [
      null,
      'Лікарня найняла 12 медсестер для дитячого відділення',
      'Лікарня найняла дванадцять медсестер для дитячого відділення',
    ],
    [null, 'Міст коштує 2 мільйони гривень на кожен рік', 'Міст коштує два мільйони гривень на кожен рік'],
    [
      'content',
      'Міський голова відкрив бібліотеку біля старого вокзалу',
      'Міський голова відкрив басейн біля старого вокзалу',
    ],
  ],
  ru: [
    [
      'negation',
      'Ни при каких условиях мы отдадим этот порт соседям',
      'Ни при каких условиях мы не отдадим этот порт соседям',
    ],
    [
      'negation',
      'Договор подписали для свидетелей в городском совете',
      'Договор подписали без свидетелей в городском совете',
    ],
    ['number', 'В гавань вошло пятнадцать кораблей с зерном', 'В гавань вошло пятьдесят кораблей с зерном'],
    ['pronoun', 'Они заплатили за мост через реку прошлой осенью', 'Мы заплатили за мост через реку прошлой осенью'],
    ['modal', 'Дума должна принять бюджет до конца года', 'Дума может принять бюджет до конца года'],
    ['quantifier', 'Все школы района получат новые окна зимой', 'Некоторые школы района получат новые окна зимой'],
    ['comparative', 'Урожай был хуже прошлогоднего на юге области', 'Урожай был лучше прошлогоднего на юге области'],
    [
      null,
      'Больница наняла 12 медсестёр для детского отделения',
      'Больница наняла двенадцать медсестер для детского отделения',
    ],
    [
      'content',
      'Мэр города открыл библиотеку возле старого вокзала',
      'Мэр города открыл бассейн возле старого вокзала',
    ],
  ],
};

const VERDICTS: Partial<Record<EditKind, Verdict>> = { content: 'altered' };

describe.each(Object.entries(CASES))('words of %s that decide', (lang, cases) => {
  let pack: Pack;
  beforeAll(async () => {
    const documents = cases.map(([, , said], index) => ({
      id: String(index),
      title: 'Speech',
      speaker: 'Ada Marsh',
      date: '2021-10-02',
      lang,
      class: 'official transcript' as const,
      text: `${said}.`,
    }));
    const opened = await openPack(memoryBytes(buildPack(documents, { id: lang, name: lang, version: '1' })));
    if (!opened.ok) throw new Error(opened.error);
    pack = opened.value;
  });

  it.each(cases)('%s: %s', async (kind, quote, said) => {
    const [finding] = await matchQuotations(
      [{ id: 'q', quote, lang, speaker: 'Ada Marsh', date: '2021-10-03' }],
      [pack],
    );
    const [match] = finding.matches;
    expect(said).toContain(match.text);
    const kinds = match.edits.map((edit) => edit.kind);
    if (kind === null) expect(['exact', 'cleaned']).toContain(finding.verdict);
    else expect([finding.verdict, kinds]).toEqual([VERDICTS[kind] ?? 'key-word-altered', [kind]]);
  });
});
