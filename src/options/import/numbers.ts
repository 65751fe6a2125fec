import { uiLanguage } from '../../platform/i18n.ts';

/** A count in the reader's way of writing numbers. */
export const shownCount = (count: number): string => count.toLocaleString(uiLanguage());

/** Bytes as "12.3 MB". */
export function shownBytes(bytes: number): string {
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : bytes < 1e9 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte'];
  return value.toLocaleString(uiLanguage(), { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 });
}
