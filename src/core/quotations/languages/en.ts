import { words, type Language } from './language.ts';

/** Regular reporting verbs; a star doubles the last letter (quip, quipped). */
const REGULAR = `
  accuse acknowledge add address admit* advise affirm agree allege allow announce answer apologize apologise argue ask assail assert assess assure attack attest
  bark bash beg* bellow bemoan blame blast blog* boast brag* brand call caution challenge champion chant characterize charge cheer chide cite claim clarify comment
  complain compare concede conclude concur* condemn confess confide confirm congratulate consider contend continue counsel counter credit criticize criticise cry
  declare decline decry deem defend demand denounce deny deride describe detail dictate direct disagree disclose discuss dismiss dispute dub* echo elaborate email emphasize
  emphasise encourage endorse estimate exclaim exhort explain express fault fear forecast fume gripe groan grumble gush guess hail herald highlight hint holler hope
  identify imagine implore imply indicate inform inquire insist instruct interject interrupt intone invoke issue joke label lambast lambaste lament laugh lecture
  liken list maintain marvel mention message mock mumble murmur muse mutter name note object observe offer opine order outline patronize pen* petition plead
  pledge point portray post praise pray preach predict press proclaim profess promise pronounce propose protest push query question quip* quote rail rant
  rave react reason reassure rebuff rebuke rebut* recall recite recommend recount refer* reflect rehash reiterate reject relate relay remark remember remind report
  request respond restate retort retweet reveal reply ridicule rip* roar rule scoff scold scream shout shriek sigh sign signal slam* snap*
  sneer specify speculate spell start state stress suggest summarize summarise surmise suspect sum* tackle taunt tease testify text thank theorize threaten thunder title tout
  trumpet tweet underline underscore update urge utter vent voice volunteer vow wail want warn welcome whisper wish wonder worry yell`;

/** Forms that no rule makes. */
const IRREGULAR = words(`
  said say says told tell tells wrote write writes written read reads thought think thinks felt feel feels put puts began begins went goes heard hears
  knew knows saw sees found finds spoke speaks spoken swore swears sang sings sought seeks meant means believed believe believes made makes gave gives
  shot fired hit chimed countered offered opened closed ended headlined noted cracked ranted deadpanned laughed presented depicted scribbled sniffed swiped`);

/** Past, third person, base and -ing forms of regular verbs. */
function formsOf(list: string): { said: string[]; bases: string[]; participles: string[] } {
  const said: string[] = [];
  const bases: string[] = [];
  const participles: string[] = [];
  for (const entry of words(list)) {
    const base = entry.replace('*', '');
    const stem = entry.endsWith('*') ? base + base.slice(-1) : base;
    const softY = /[^aeiou]y$/.test(base);
    const past = base.endsWith('e') ? `${base}d` : softY ? `${base.slice(0, -1)}ied` : `${stem}ed`;
    const third = softY ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
    said.push(past, third, base);
    bases.push(base);
    participles.push(base.endsWith('e') && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${stem}ing`);
  }
  return { said, bases, participles };
}

const VERBS = formsOf(REGULAR);

export const ENGLISH: Language = {
  code: 'en',
  signs: words('the of and that with was for his from said'),
  cues: [...VERBS.said, ...IRREGULAR],
  strong:
    words(`said says say saying told tells telling asked asks wrote writes writing tweeted tweeting added adds adding argued argues arguing explained
    explains explaining noted notes noting stated states stating replied replies continued continues recalled recalls insisted insists declared declares warned
    warns warning concluded concludes responded responds announced claimed claims joked quipped reads`),
  bases: VERBS.bases,
  participles: [
    ...VERBS.participles,
    ...words('saying telling writing reading feeling thinking putting finding hearing knowing speaking beginning'),
  ],
  addressed: words(
    'told tells tell assured assures informed informs accused accuses called calls urged urges asked asks',
  ),
  passives: words('was were is are been being be'),
  according: ['according to', 'in the words of', 'as told by', 'per'],
  accordingBehind: [],
  pronouns: { he: 'm', she: 'f', they: '-', i: '-', we: '-', it: '-', one: '-' },
  possessives: { his: 'm', her: 'f', their: '-', our: '-', my: '-', its: '-', him: 'm' },
  enclitics: [],
  determiners: words(
    'the a an his her its their our my your this that these those one another some many several two three four five both each every most other few any all no',
  ),
  prepositions: words(
    'of for from at with in on by to into after before during since about against over under between among through within without near as like despite amid per until toward towards upon via',
  ),
  conjunctions: words('and but or while because although though if when where whereas so nor yet as that than'),
  relatives: words('who which whose whom that'),
  fillers: words(`
    has had have having also later then once recently reportedly repeatedly previously still again just even never always often
    not n't did does do would will could should might may must can is was are were been be being has since already first now
    simply publicly privately bluntly flatly reportedly famously initially eventually finally ultimately himself herself
    themselves itself merely only further quickly immediately immediately apparently clearly certainly explicitly specifically
    similarly instead actually really truly soon sarcastically earlier didn't hasn't hadn't doesn't wouldn't won't couldn't
    didn’t hasn’t hadn’t doesn’t wouldn’t won’t couldn’t both all`),
  notNames: words(`
    the a an in on at of for from by with to and but or so yet if when while as after before during since because although though
    however meanwhile still also then now here there this that these those it he she they we i you his her its their our my your
    what who why how where which one two three some many most all both each every another other no not yes well oh just even
    only once earlier later last next on according asked speaking monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december is was are were do does did has had have will would could
    should let let's don't it's i'm that's there's he's she's we're they're i've asked despite until under over between among
    instead indeed perhaps maybe moreover furthermore first second third finally today yesterday tomorrow like unlike
    besides regarding outside inside including given conservative liberal fellow plus via per based related read watch see photo image advertisement sign follow share more`),
  titles: {
    mr: 'm',
    mrs: 'f',
    ms: 'f',
    miss: 'f',
    sir: 'm',
    dame: 'f',
    lord: 'm',
    lady: 'f',
    king: 'm',
    queen: 'f',
    prince: 'm',
    princess: 'f',
    dr: '-',
    prof: '-',
    professor: '-',
    president: '-',
    'vice-president': '-',
    senator: '-',
    sen: '-',
    rep: '-',
    representative: '-',
    congressman: 'm',
    congresswoman: 'f',
    gov: '-',
    governor: '-',
    secretary: '-',
    minister: '-',
    chancellor: '-',
    premier: '-',
    mayor: '-',
    judge: '-',
    justice: '-',
    general: '-',
    gen: '-',
    col: '-',
    colonel: '-',
    lt: '-',
    maj: '-',
    capt: '-',
    captain: '-',
    sgt: '-',
    adm: '-',
    admiral: '-',
    rev: '-',
    reverend: '-',
    pastor: '-',
    pope: 'm',
    cardinal: 'm',
    bishop: 'm',
    archbishop: 'm',
    rabbi: '-',
    imam: 'm',
    ayatollah: 'm',
    speaker: '-',
    chairman: 'm',
    chairwoman: 'f',
    chair: '-',
    director: '-',
    spokesman: 'm',
    spokeswoman: 'f',
    spokesperson: '-',
    ambassador: '-',
    attorney: '-',
    sheriff: '-',
    chief: '-',
    commissioner: '-',
    prime: '-',
    vice: '-',
    deputy: '-',
    former: '-',
    leader: '-',
    foreign: '-',
    republican: '-',
    democrat: '-',
    democratic: '-',
    house: '-',
    senate: '-',
    majority: '-',
    minority: '-',
    state: '-',
    supreme: '-',
    court: '-',
    first: '-',
    then: '-',
    ex: '-',
    acting: '-',
    us: '-',
    'u.s': '-',
    gop: '-',
    rival: '-',
    candidate: '-',
    campaign: '-',
    manager: '-',
    staff: '-',
    defense: '-',
    press: '-',
    white: '-',
    treasury: '-',
    congressional: '-',
    presidential: '-',
    officer: '-',
    executive: '-',
    councilman: 'm',
    councilwoman: 'f',
    fr: '-',
    actor: 'm',
    actress: 'f',
    ceo: '-',
    tycoon: '-',
    mogul: '-',
    committee: '-',
    chairperson: '-',
    gubernatorial: '-',
    nominee: '-',
    counterpart: '-',
    premiership: '-',
    interior: '-',
    longtime: '-',
    lifelong: '-',
    onetime: '-',
    veteran: '-',
  },
  abbreviations: words(
    'mr mrs ms dr prof sen rep reps sens gov gen col lt maj capt sgt adm rev st jr sr vs etc inc corp co ltd no u.s u.k u.n d.c a.m p.m i.e e.g jan feb mar apr jun jul aug sept sep oct nov dec mt ft hon pres d-vt r-tex',
  ),
  particles: words('de del della der den di da dos du van von al el la le bin ibn ben st af ten ter'),
  bodies: words(`
    valley arabia angeles sachs moines tank york jersey carolina dakota hampshire virginia mexico francisco diego vegas orleans columbia korea zealand africa asia
    france germany turkey iran iraq israel syria india japan brazil cuba canada australia texas florida ohio california michigan iowa nevada arizona colorado
    georgia pennsylvania wisconsin oregon maine vermont massachusetts connecticut maryland tennessee kentucky alabama louisiana mississippi missouri kansas
    nebraska oklahoma utah montana idaho wyoming alaska hawaii illinois indiana minnesota arkansas delaware gop rnc dnc fbi cia nsa nato eu isis
    wall main capitol hill supreme tea black lives matter left behind movement summit alliance museum hospital library airport hotel park beach lake bay avenue
    square building plaza stadium arena theater theatre
    party committee house senate congress university department news times post court street journal association institute center
    centre council foundation agency bureau commission union federation group company corporation inc bank fund school college office
    ministry army navy force forces police church act bill law war county city state states kingdom republic island river north south
    east west new republicans democrats americans campaign convention tower road avenue press network radio show report review
    magazine project society club league america europe britain china russia ukraine washington moscow kremlin pentagon
    democratic republican american national international federal administration government service services security affairs
    primary caucus debate election amendment constitution day week year`),
  times: words(
    'year years week weeks day days month months hour hours minute minutes night morning afternoon evening time moment weekend later ago earlier today yesterday tomorrow shortly monday tuesday wednesday thursday friday saturday sunday point',
  ),
  reported: [],
  auxiliaries: [],
  obliques: [],
  coordinators: [],
  speech: words(`
    remark remarks comment comments statement statements assertion claim claims argument arguments suggestion promise warning description words answer
    tweet tweets response reply pledge vow message speech quote quotation declaration call motto slogan line phrase contention observation allegation
    accusation admission insistence proposal question mantra refrain op-ed letter email memo note testimony`),
  heads: words(`
    palace campaign spokesman spokeswoman spokesperson administration aide aides team official officials supporter supporters ally allies adviser advisers
    advisor advisors lawyer lawyers attorney attorneys staff staffer staffers police government ministry department office headquarters committee delegate
    delegates voter voters family representative representatives surrogate surrogates operative operatives strategist strategists source sources
    backers critics fan fans follower followers reporter reporters correspondent correspondents editor editors statement report article website ad
    tweet email letter memo poll study book transcript document documents leader leaders lawmaker lawmakers resident residents`),
  naming: words(
    'called titled entitled named dubbed known nicknamed so-called headlined termed billed labeled labelled branded word phrase term slogan motto hashtag means nickname name',
  ),
  works: words(`
    book books novel memoir film films movie movies show shows series episode song songs single album musical play plays program programme podcast column
    article essay magazine newspaper newsletter blog website documentary sitcom drama comedy ballad hit track tour ad ads commercial video poem painting
    exhibition game app ship boat restaurant bar club store operation project act bill report study host hosts co-host anchor star stars author co-author
    abc nbc cbs cnn msnbc fox pbs npr bbc hbo netflix channel broadway lyrics sign signs banner banners placard shirt shirts t-shirt hat hats caps
    chapter section segment interview appearance editorial op-ed headline`),
  capitalNouns: false,
};
