import { listed, numbered, ordinalsOf, unitBeforeTen, type LanguageTables } from './tables.ts';

/** With the endings -e, -en, -er. */
const ORDINALS = ordinalsOf('erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft', [
  'e',
  'en',
  'er',
]);

/** Folded forms: lower case, Latin letters without accents, no apostrophes. */
export const de: LanguageTables = {
  negations: listed(
    `nicht nie niemals nimmer kein keine keinen keinem keiner keines keins keinerlei keinesfalls keineswegs
     nichts niemand niemanden niemandem niemandes nirgends nirgendwo ohne kaum weder noch mitnichten`,
  ),
  pronouns: listed(
    `ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer unseres du
     dich dir dein deine deinen deinem deiner deines ihr euch euer eure euren eurem eurer eures sie ihnen ihre
     ihren ihrem ihrer ihres er ihn ihm sein seine seinen seinem seiner seines es man wer wen wem wessen jener
     jene jenen jenem selbst selber`,
  ),
  modals: listed(
    `kann kannst konnen konnt konnte konntest konnten konntet muss musst mussen musste musstest mussten musstet
     soll sollst sollen sollt sollte solltest sollten solltet darf darfst durfen durft durfte durftest durften
     durftet will willst wollen wollt wollte wolltest wollten wolltet mag magst mogen mochte mochtest mochten
     wird wirst werden werdet wurde wurdest wurden wurdet`,
  ),
  quantifiers: listed(
    `alle allen aller allem alles jede jeder jedes jeden jedem jedermann einige einigen einiger manche mancher
     manches manchen viele vielen vieler viel vieles wenige wenigen wenig mehrere mehreren meisten meist beide
     beiden beides samtliche samtlichen immer stets oft haufig manchmal selten nur blos bloss jemand jemanden
     jemandem etwas irgendwer irgendjemand fast beinahe genug`,
  ),
  comparatives: listed(
    `mehr weniger besser bessere besseren schlechter schlechtere schlimmer beste besten schlechteste schlimmste
     schlimmsten grosser grossere grosseren kleiner kleinere hoher hohere niedriger niedrigere langer kurzer
     starker schwacher lieber eher mindestens hochstens wenigstens`,
  ),
  fillers: listed(`ahm ah ach naja also ja nun halt eben`),
  fillerPhrases: ['sozusagen', 'wissen sie', 'ich meine'],
  conjunctions: listed(`und aber denn doch also oder`),
  contractions: {
    gehts: 'geht es',
    gibts: 'gibt es',
    habs: 'habe es',
    ists: 'ist es',
    im: 'in dem',
    zum: 'zu dem',
    zur: 'zu der',
  },
  contractionsAgain: {},
  numbers: {
    ...numbered(
      'null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
    ),
    ...numbered('zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig', 20, 10),
    ...unitBeforeTen(
      'ein zwei drei vier funf sechs sieben acht neun',
      'und',
      'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
    ),
    ein: 1,
    eine: 1,
    einen: 1,
    einem: 1,
    einer: 1,
    zwo: 2,
    einhundert: 100,
    zweihundert: 200,
    dreihundert: 300,
    eintausend: 1000,
    zweitausend: 2000,
    ...ORDINALS,
  },
  ordinals: Object.keys(ORDINALS),
  multipliers: {
    hundert: 100,
    hunderte: 100,
    tausend: 1000,
    tausende: 1000,
    million: 1e6,
    millionen: 1e6,
    mio: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    mrd: 1e9,
    billion: 1e12,
    billionen: 1e12,
  },
  articles: listed('ein eine einen einem einer'),
  units: {
    prozent: '%',
    prozentpunkte: '%',
    euro: '€',
    euros: '€',
    dollar: '$',
    dollars: '$',
    percent: '%',
    $: '$',
    '€': '€',
    '£': '£',
  },
  numberGlue: [],
  turners: listed(`aber doch jedoch allerdings obwohl ausser wenn falls`),
};
