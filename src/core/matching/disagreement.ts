import type { Pack } from '../packs/open.ts';
import type { Shard } from '../packs/shard.ts';
import { partField } from '../packs/textBlocks.ts';
import type { SourceInfo } from '../packs/types.ts';
import { Aligner, FORM, SAME, type Alignment } from './align.ts';
import { PROTECTED } from './change.ts';
import { OtherForms } from './forms.ts';
import { partAt, speakerOf, type Found, type Part } from './found.ts';
import { judge } from './judge.ts';
import { lexiconOf } from './lexicon.ts';
import type { PassageReader } from './passage.ts';
import { readQuotation, type QuotedWords } from './query.ts';
import { sourceBounds } from './bounds.ts';
import { sameSpeaker } from './speakers.ts';
import { surroundings, type Spot } from './twins.ts';
import type { Edit, EditKind, Match, Notice } from './types.ts';

/**
 * Whether another source has the same passage in other words: another transcript of the same speech, or another account of what
 * was said in the same language. Said only of the same speaker and day, and where the text around agrees as well; what one of
 * two accounts leaves out, and differences that `cleaned` covers, are no disagreement.
 */

type DisagreementNotice = Extract<Notice, { kind: 'sources-disagree' }>;

/** The best place of a quotation, whose words are compared with those of other sources. */
export interface Shown extends Found {
  readonly match: Match;
}

/** Longer passages are not compared, nor shorter ones: two words may stand beside anything. */
const MOST_WORDS = 200;
const FEWEST_WORDS = 4;
/** The share of the words that another transcript still has; with fewer it is more likely another passage of formulas. */
const LEAST_SHARED = 0.7;
/** The same for another account of one statement, which is known to be of the same words. */
const LEAST_SHARED_ACCOUNT = 0.5;
/** Words around the expected place that are searched. */
const SLACK = 24;
/** Sources that are named. */
const MOST_NAMED = 2;

const WORD_CHANGES: ReadonlySet<EditKind> = new Set([...PROTECTED, 'content']);
/** What was left out in a source itself can't be compared. */
const ABRIDGED = /…|\.\s?\.\s?\.|\[/u;

export class Disagreement {
  private readonly aligner = new Aligner();

  constructor(private readonly reader: PassageReader) {}

  /** The sources that have the passage in other words, each once, the first that were found. */
  async notices(
    quoted: QuotedWords,
    shown: Shown,
    spots: readonly Spot[],
    packs: readonly Pack[],
  ): Promise<DisagreementNotice[]> {
    const others = hasRenderings(shown) ? [...(await renderingSpots(shown, packs)), ...spots] : spots;
    const compared = others.length === 0 ? null : comparedWords(quoted, shown.match);
    if (compared === null) return [];
    const found: DisagreementNotice[] = [];
    for (const spot of others) {
      if (found.length === MOST_NAMED) break;
      const notice = await this.noticeAt(compared, shown, spot, packs);
      if (notice !== null && !found.some(({ text }) => text === notice.text)) found.push(notice);
    }
    return found;
  }

  private async noticeAt(
    compared: QuotedWords,
    shown: Shown,
    spot: Spot,
    packs: readonly Pack[],
  ): Promise<DisagreementNotice | null> {
    const pack = packs[spot.pack];
    const here = claimOf(packs[shown.pack], shown.part);
    const there = claimOf(pack, spot.part);
    if (!mayDisagree(here, there)) return null;
    const shard = await pack.shard(spot.shard);
    const { steps, start, end } = this.aligned(compared, shard, spot.at, there.source.lang);
    const shared = steps.reduce((sum, { kind, q0, q1 }) => sum + (kind === SAME || kind === FORM ? q1 - q0 : 0), 0);
    const least = here.source === there.source ? LEAST_SHARED_ACCOUNT : LEAST_SHARED;
    if (end <= start || shared < compared.count * least) return null;
    const own = await packs[shown.pack].shard(shown.shard);
    if (!isSameEvent(here, there, surroundings({ ...shown, shard: own }, { shard, start, end }))) return null;
    const passage = await this.reader.passage(pack, shard, start, end);
    const { edits, ...judgement } = judge(compared, steps, passage, lexiconOf(there.source.lang));
    const text = passage.around.slice(passage.start(judgement.start), passage.end(judgement.end - 1));
    if (ABRIDGED.test(text) || !edits.some((edit) => isDisagreement(edit, compared))) return null;
    return { kind: 'sources-disagree', source: passage.by ?? there.source.title, text };
  }

  private aligned(compared: QuotedWords, shard: Shard, at: number, lang: string): Alignment {
    const { words, count } = compared;
    const ids = Uint16Array.from({ length: count }, (_, i) => shard.idOf(words, i));
    const [left, right] = sourceBounds(shard.words, at, count + SLACK);
    const from = Math.max(left, at - SLACK);
    const to = Math.min(right, at + count + SLACK);
    const forms = new OtherForms(shard, compared, ids, lexiconOf(lang));
    return this.aligner.align(ids, 0, count, shard.words, from, to, forms);
  }
}

/** The words to compare with: the quotation's own where they are the source's, otherwise the passage's; null when there are none to compare. */
function comparedWords(quoted: QuotedWords, { verdict, role, text }: Match): QuotedWords | null {
  if (role === 'misquotation' || role === 'original' || verdict === 'joined' || verdict === 'resembles') return null;
  const words = verdict === 'exact' && quoted.marks.length === 0 ? quoted : readQuotation({ id: '', quote: text });
  const { count } = words;
  return count < FEWEST_WORDS || count > MOST_WORDS || ABRIDGED.test(words.text) ? null : words;
}

/** Whether the words are one of the renderings of a statement that was made in the language it is given in; those of a translated one are told as such. */
const hasRenderings = ({ match: { role, source } }: Shown): boolean =>
  role === 'rendering' && source.statement !== null && spokenLanguage(source) === null;

/** The statement's other renderings. */
async function renderingSpots({ pack, ...shown }: Shown, packs: readonly Pack[]): Promise<Spot[]> {
  const shard = await packs[pack].shard(shown.shard);
  const { frame } = shard;
  const own = shard.partOf(shown.start);
  const isOfStatement = (part: number): boolean => partField(frame, part, 'source') === shown.part.source;
  const spotAt = (part: number): Spot => {
    const at = shard.partWords[part];
    return { pack, shard: shard.index, at, part: partAt(shard, at) };
  };
  const spots: Spot[] = [];
  for (let part = own - 1; part >= 0 && isOfStatement(part); part--) spots.unshift(spotAt(part));
  for (let part = own + 1; part < frame.partCount && isOfStatement(part); part++) spots.push(spotAt(part));
  return spots;
}

/** The language a statement was made in, when that is not the one it is given in; otherwise null. */
export function spokenLanguage({ statement, lang }: SourceInfo): string | null {
  const spoken = statement?.original?.lang ?? statement?.spoken_lang;
  return spoken === undefined || spoken === lang ? null : spoken;
}

/** What a part claims to be. */
interface Claim {
  readonly source: SourceInfo;
  readonly speaker: string | null;
  readonly role: Part['role'];
}

const claimOf = (pack: Pack, part: Part): Claim => ({
  source: pack.source(part.source),
  speaker: speakerOf(pack, part),
  role: part.role,
});

/** Two texts that claim to be the same person's words of the same day, in the same language. */
function mayDisagree(here: Claim, there: Claim): boolean {
  if (there.role === 'misquotation' || there.role === 'original' || there.source.uncertain !== null) return false;
  // Translations differ as a matter of course; they are told as such.
  if (spokenLanguage(here.source) !== null || spokenLanguage(there.source) !== null) return false;
  if (here.source.lang !== there.source.lang) return false;
  if (here.source === there.source) {
    if (here.role !== 'rendering' || there.role !== 'rendering') return false;
  } else if (!isSameDay(here.source.date, there.source.date)) return false;
  return sameSpeaker(here.speaker, there.speaker) !== 'different';
}

/** The same date, or one that is known less exactly and does not contradict the other. */
const isSameDay = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && (a.startsWith(b) || b.startsWith(a));

function isSameEvent(here: Claim, there: Claim, around: ReturnType<typeof surroundings>): boolean {
  if (here.source === there.source || around === 'same') return true;
  return around === 'none' && sameSpeaker(here.speaker, there.speaker) === 'same';
}

/** A change of words that is not only the end of what the other source has. */
function isDisagreement({ kind, op, quote }: Edit, { words, count }: QuotedWords): boolean {
  if (!WORD_CHANGES.has(kind)) return false;
  return op !== 'ins' || (quote[0] > words.start[0] && quote[1] < words.end[count - 1]);
}
