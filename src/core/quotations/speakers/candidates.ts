import type { Page, Prepared } from '../page.ts';
import type { Place } from '../types.ts';
import { after, before } from './beside.ts';
import { bit, candidate, settingOf, type Candidate } from './candidate.ts';
import { isSign, phraseAt } from './phrases.ts';
import { ofPlainSentence, ofReported, ofSentence } from './sentence.ts';
import { LEAD, RULE, sign, type Rule } from './speakerSigns.ts';

/** The speaker of another quotation, proposed for this one. */
export interface Neighbour extends Place {
  readonly rule: string;
  readonly confidence: number;
}

/** What stands around a quotation when its candidates are collected. */
export interface Around {
  /** Speaker of the quotation before it in the block, with that quotation's token. */
  readonly earlier: { readonly speaker: Neighbour; readonly token: number } | null;
  /** Last speaker of the nearest block before, when that block holds quotations. */
  readonly previous: Neighbour | null;
  /** The span of the earlier block that this one goes on with has this speaker. */
  readonly continued: Neighbour | null;
}

function copy(
  from: Neighbour,
  rule: 'same-paragraph' | 'continued' | 'previous-paragraph',
  signs: number[],
): Candidate {
  const which = rule === 'same-paragraph' ? 0 : rule === 'continued' ? 1 : 2;
  signs.push(sign.sure(which, from.confidence > 0.9 ? 2 : from.confidence > 0.6 ? 1 : 0), sign.ruleKind(RULE[rule], 0));
  return { block: from.block, start: from.start, end: from.end, rule, signs, beside: false };
}

/** All candidates of the quotation at token `q`, in no order that matters. */
export function candidatesOf(page: Page, block: Prepared, q: number, around: Around): Candidate[] {
  const setting = settingOf(block, q);
  const { tokens } = block;
  const out: Candidate[] = [];
  before(setting, out);
  after(setting, out);
  dropSecondHand(out);
  ofSentence(setting, out);
  const { lead, closing } = setting;
  const alone = q === 0 && q >= tokens.length - 2;
  if (around.earlier !== null) {
    const { speaker, token } = around.earlier;
    const gap = Math.min(Math.max(tokens[q].sentence - tokens[token].sentence, 0), 3);
    const rule = RULE[speaker.rule.split(':')[0] as Rule];
    const signs = [sign.sameSentenceLead(gap, lead), sign.sameLeadClosing(lead, closing), sign.sameRule(rule, gap)];
    out.push(copy(speaker, 'same-paragraph', signs));
  }
  // The last paragraph of a long quotation names its speaker itself.
  if (around.continued !== null && !out.some((one) => one.beside)) out.push(copy(around.continued, 'continued', []));
  if (around.earlier === null && around.previous !== null) {
    const signs = [sign.previousLead(lead, bit(q === 0)), sign.previousAlone(bit(alone), closing)];
    out.push(copy(around.previous, 'previous-paragraph', signs));
  }
  if (lead !== LEAD.start) ofReported(setting, out);
  if (lead === LEAD.start && q > 0) ofPlainSentence(block, q - 1, 'sentence-before', false, out);
  if (q === 0) {
    const index = page.before(block.index);
    const lineBefore = index < 0 ? null : page.prepared(index);
    if (lineBefore !== null && lineBefore.tokens.length > 0 && lineBefore.tokens.at(-1)!.kind !== 'quote') {
      const colon = isSign(lineBefore.tokens.at(-1), ':');
      ofPlainSentence(lineBefore, lineBefore.tokens.length - 1, 'line-before', colon, out);
    }
    if (alone) nextLine(page, block, out);
  }
  return out;
}

/** In `“…,” X said, according to Y` it is X who spoke the words: Y is left out where X stands right beside the quotation. */
function dropSecondHand(out: Candidate[]): void {
  const direct = out.some((one) => one.beside);
  if (!direct) return;
  for (let i = out.length - 1; i >= 0; i--) if (out[i].rule === 'after:according') out.splice(i, 1);
}

/** `“…”` in a line of its own and `— Name, title` in the next. */
function nextLine(page: Page, block: Prepared, out: Candidate[]): void {
  const index = page.after(block.index);
  if (index < 0 || !/^\s*[—–―-]/.test(page.blocks[index].text)) return;
  const line = page.prepared(index);
  const mention = phraseAt(line.tokens, 1);
  if (mention?.kind === 'name') out.push(candidate(line, mention, 'dash-line', null, []));
}
