import type { ReadingSettings, Settings } from './types.ts';

/** The version that this code writes. One more than the number of migrations. */
export const SETTINGS_VERSION = 1;

export const DEFAULT_READING: ReadingSettings = {
  strictness: 'default',
  hidden: [],
  style: 'underline',
  palette: 'colour',
  minWords: 3,
  hoverCard: false,
  scope: 'article',
  packs: null,
};

/** Every site without a rule is on, which still means nothing until the reader gives the browser's permission for it. */
export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  defaultMode: 'on',
  reading: DEFAULT_READING,
  sites: [],
  packsOff: [],
  packsOn: [],
  sync: false,
};
