/**
 * A line of Quotebank (Vaucher and others, 2021) as a document of one turn: the quotation-centric shape
 * (`quoteID`, `quotation`, `speaker`, `date`, `urls`) or one quotation of the article-centric shape (`articleID`, `quotations`).
 * Null when the value is neither. Quotebank's speakers are guesses of a model, so its class is `news report`.
 */
export function quotebankDocument(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  const row = value as Record<string, unknown>;
  const date = typeof row.date === 'string' ? row.date.slice(0, 10) : undefined;
  if (typeof row.quoteID === 'string' && typeof row.quotation === 'string') {
    const urls = Array.isArray(row.urls) ? row.urls : [];
    const url: unknown = urls.find(isAddress);
    const speaker = knownSpeaker(row.speaker);
    return {
      id: row.quoteID,
      title: speaker === null ? 'Quotation in the news' : `Quotation of ${speaker} in the news`,
      ...(speaker === null ? {} : { speaker }),
      ...dated(date),
      ...(url === undefined ? {} : { url }),
      lang: 'en',
      class: 'news report',
      text: row.quotation,
    };
  }
  if (typeof row.articleID === 'string' && Array.isArray(row.quotations)) {
    const title = typeof row.title === 'string' && row.title.trim() !== '' ? row.title : row.articleID;
    return {
      id: row.articleID,
      title,
      ...dated(date),
      ...(isAddress(row.url) ? { url: row.url } : {}),
      lang: 'en',
      class: 'news report',
      turns: row.quotations.flatMap((entry: unknown) => quotationTurn(entry)),
    };
  }
  return null;
}

function quotationTurn(entry: unknown): { speaker?: string; text: string }[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const row = entry as Record<string, unknown>;
  if (typeof row.quotation !== 'string' || row.quotation.trim() === '') return [];
  const speaker = knownSpeaker(row.globalTopSpeaker ?? row.localTopSpeaker ?? row.speaker);
  return [{ ...(speaker === null ? {} : { speaker }), text: row.quotation }];
}

function knownSpeaker(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' && value !== 'None' ? value.trim() : null;
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/[^\s"'<>]+$/u.test(value);
}

function dated(date: string | undefined): { date?: string } {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(date) ? { date } : {};
}
