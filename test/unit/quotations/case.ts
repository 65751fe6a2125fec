import { findQuotations, type Block, type FindOptions, type Quotation } from '../../../src/core/quotations/index.ts';

/** Lines as paragraphs. */
export const paragraphs = (text: string): Block[] =>
  text.split('\n').map((line) => ({ text: line, role: 'paragraph' }));

/** The quotations of a text whose lines are paragraphs. */
export const find = (text: string, options?: FindOptions): Quotation[] => findQuotations(paragraphs(text), options);

/** What a reader sees highlighted. */
export const shown = (text: string, options?: FindOptions): string[] =>
  find(text, options)
    .filter((quotation) => quotation.kind === 'quotation')
    .map((quotation) => quotation.text);

/** The one highlighted quotation's speaker: mention and full name. */
export function speakerOf(text: string, options?: FindOptions): { text?: string; name?: string | null } {
  const quotation = find(text, options).find((one) => one.kind === 'quotation');
  return { text: quotation?.speaker?.text, name: quotation?.speaker?.name };
}
