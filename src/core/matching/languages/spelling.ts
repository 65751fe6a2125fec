/**
 * British and American spellings of the same word, both ways, in folded form. The pairs are the commonly taught ones, written
 * by hand and not copied from a list; endings
 * that follow a rule (-ise/-ize, -our/-or, -ll-/-l-) are formed from stems.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['cheque', 'check'],
  ['cheques', 'checks'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['offences', 'offenses'],
  ['licence', 'license'],
  ['practise', 'practice'],
  ['pretence', 'pretense'],
  ['judgement', 'judgment'],
  ['acknowledgement', 'acknowledgment'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['theatre', 'theater'],
  ['theatres', 'theaters'],
  ['metre', 'meter'],
  ['metres', 'meters'],
  ['litre', 'liter'],
  ['litres', 'liters'],
  ['kilometre', 'kilometer'],
  ['kilometres', 'kilometers'],
  ['fibre', 'fiber'],
  ['calibre', 'caliber'],
  ['sceptical', 'skeptical'],
  ['sceptic', 'skeptic'],
  ['sceptics', 'skeptics'],
  ['scepticism', 'skepticism'],
  ['ageing', 'aging'],
  ['aluminium', 'aluminum'],
  ['aeroplane', 'airplane'],
  ['mum', 'mom'],
  ['plough', 'plow'],
  ['draught', 'draft'],
  ['storey', 'story'],
  ['catalogue', 'catalog'],
  ['dialogue', 'dialog'],
  ['analogue', 'analog'],
  ['analyse', 'analyze'],
  ['analysed', 'analyzed'],
  ['analysing', 'analyzing'],
  ['paralyse', 'paralyze'],
  ['paralysed', 'paralyzed'],
  ['enrol', 'enroll'],
  ['fulfil', 'fulfill'],
  ['instalment', 'installment'],
  ['skilful', 'skillful'],
  ['wilful', 'willful'],
  ['jewellery', 'jewelry'],
  ['towards', 'toward'],
  ['afterwards', 'afterward'],
  ['forwards', 'forward'],
  ['backwards', 'backward'],
  ['learnt', 'learned'],
  ['burnt', 'burned'],
  ['dreamt', 'dreamed'],
  ['spelt', 'spelled'],
  ['whilst', 'while'],
  ['amongst', 'among'],
  ['amidst', 'amid'],
  ['grey', 'gray'],
  ['mould', 'mold'],
  ['moustache', 'mustache'],
  ['pyjamas', 'pajamas'],
  ['manoeuvre', 'maneuver'],
  ['manoeuvres', 'maneuvers'],
  ['encyclopaedia', 'encyclopedia'],
  ['foetus', 'fetus'],
  ['oestrogen', 'estrogen'],
  ['anaemia', 'anemia'],
  ['haemorrhage', 'hemorrhage'],
  ['paediatric', 'pediatric'],
  ['leukaemia', 'leukemia'],
  ['orthopaedic', 'orthopedic'],
  ['likeable', 'likable'],
  ['sizeable', 'sizable'],
  ['saleable', 'salable'],
  ['ok', 'okay'],
  ['inquiry', 'enquiry'],
  ['inquiries', 'enquiries'],
  ['artefact', 'artifact'],
  ['artefacts', 'artifacts'],
  ['chequered', 'checkered'],
  ['cosy', 'cozy'],
  ['sulphur', 'sulfur'],
  ['disc', 'disk'],
  ['kyiv', 'kiev'],
  ['kerb', 'curb'],
  ['gaol', 'jail'],
  ['toward', 'towards'],
  ['connexion', 'connection'],
  ['shew', 'show'],
  ['shewn', 'shown'],
];

/** Stems of -our / -or words. */
const OUR =
  'arm behavi col clam dem enam endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum sav sc splend succ tum val vap vig'.split(
    ' ',
  );
const OUR_ENDINGS = [
  '',
  's',
  'ed',
  'ing',
  'able',
  'ably',
  'ful',
  'ite',
  'ites',
  'hood',
  'hoods',
  'er',
  'ers',
  'less',
  'ly',
  'y',
  'al',
  'ism',
];
/** Stems of -ise / -ize words. */
const ISE = (
  'apolog author capital central character civil colon critic crystall democrat econom emphas equal final formal general global harmon human immun industrial ' +
  'initial legal liberal local maxim memor minim mobil modern national neutral normal optim organ polar popular prior privat public radical rational ' +
  'real recogn reorgan revolution scrutin social special stabil standard subsid summar symbol sympath terror token util vandal victim visual weapon destabil demil ' +
  'demilitar militar jeopard antagon hospital marginal penal patron agon bapt energ fertil familiar idol ideal ion item jubil material mechan merchand moral'
).split(' ');
const ISE_ENDINGS: readonly (readonly [string, string])[] = [
  ['ise', 'ize'],
  ['ises', 'izes'],
  ['ised', 'ized'],
  ['ising', 'izing'],
  ['isation', 'ization'],
  ['isations', 'izations'],
  ['iser', 'izer'],
  ['isers', 'izers'],
];
/** Stems that double their l in British spelling before -ed, -ing, -er. */
const DOUBLED =
  'travel cancel counsel model label level signal fuel duel dial channel tunnel total rival marvel quarrel shovel'.split(
    ' ',
  );
const DOUBLED_ENDINGS = ['ed', 'ing', 'er', 'ers', 'or', 'ors', 'ous'];

function spellings(): Map<string, string> {
  const all = new Map<string, string>();
  const put = (british: string, american: string): void => {
    if (!all.has(british)) all.set(british, american);
    if (!all.has(american)) all.set(american, british);
  };
  for (const [british, american] of PAIRS) put(british, american);
  for (const stem of OUR) for (const ending of OUR_ENDINGS) put(`${stem}our${ending}`, `${stem}or${ending}`);
  for (const stem of ISE) for (const [british, american] of ISE_ENDINGS) put(stem + british, stem + american);
  for (const stem of DOUBLED) for (const ending of DOUBLED_ENDINGS) put(`${stem}l${ending}`, stem + ending);
  return all;
}

/** The other spelling of a word. */
export const SPELLINGS: ReadonlyMap<string, string> = spellings();
