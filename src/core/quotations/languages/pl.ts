import { language, titles, words } from './language.ts';

export const POLISH = language({
  code: 'pl',
  signs: words('i w na z do się nie że jest to o jak po przez od dla'),
  cues: words(`
    powiedział powiedziała powiedzieli mówi mówił mówiła stwierdził stwierdziła stwierdza dodał dodała dodaje podkreślił podkreśliła podkreśla oświadczył oświadczyła
    zaznaczył zaznaczyła zaznacza wyjaśnił wyjaśniła wyjaśnia ocenił oceniła ocenia napisał napisała pisze zapewnił zapewniła zapewnia przyznał przyznała przyznaje
    poinformował poinformowała informuje ogłosił ogłosiła zapytał zapytała pyta odpowiedział odpowiedziała odpowiada skomentował skomentowała komentuje
    ostrzegł ostrzegła ostrzega zapowiedział zapowiedziała zapowiada przekonywał przekonywała przekonuje tłumaczył tłumaczyła zauważył zauważyła zauważa
    wskazał wskazała wskazuje przypomniał przypomniała podsumował podsumowała uważa uważał nazwał nazwała zaapelował zaapelowała apeluje żartował skrytykował
    skrytykowała zarzucił zarzuciła odparł odparła relacjonował relacjonowała przekazał przekazała deklaruje zadeklarował`),
  according: ['według', 'zdaniem', 'jak podaje', 'jak podkreśla'],
  pronouns: { on: 'm', ona: 'f', oni: '-', ja: '-', my: '-' },
  possessives: { jego: 'm', jej: 'f', ich: '-' },
  determiners: words('ten ta to ci te tego tej'),
  prepositions: words('w we z ze na do od po przez dla o u przy pod nad przed między podczas według'),
  conjunctions: words('i a ale lub że jeśli gdy kiedy ponieważ więc oraz'),
  relatives: words('który która które którzy'),
  fillers: words('się nie też także również już jeszcze jest był była był by potem następnie'),
  notNames: words(
    'w we z na do od po przez dla o ten ta to i a ale że jeśli gdy nie tak on ona my jak według zdaniem poniedziałek wtorek środa czwartek piątek sobota niedziela',
  ),
  titles: titles(
    'pan:m pani:f dr prof prezydent premier minister marszałek senator poseł:m posłanka:f burmistrz generał:m gen:m rzecznik:m rzeczniczka:f król:m królowa:f papież:m dyrektor szef:m szefowa:f przewodniczący:m przewodnicząca:f wicepremier były:m była:f lider:m liderka:f kanclerz',
  ),
  abbreviations: words('dr prof gen ul np itd itp św r w tys mln mld zł'),
  particles: words('de van von der la'),
  bodies: words(
    'partia sejm senat rząd ministerstwo komisja unia rada sąd uniwersytet agencja bank polska europa warszawa gazeta wyborcza stany zjednoczone rosja ukraina chiny pis po',
  ),
  speech: words('słowa słów wypowiedź oświadczenie komentarz wpis'),
  naming: words('zatytułowany zatytułowana zwany zwana nazwany nazwana słowo hasło określenie termin tzw tytuł pod'),
  works: words(
    'książka książki film filmu powieść piosenka album program programu serial gazeta gazety tygodnik dziennik artykuł spektakl wystawa restauracja fundacja operacja projekt statek',
  ),
});
