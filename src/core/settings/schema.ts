import * as v from 'valibot';
import { VERDICTS } from '../matching/types.ts';
import { MAX_PATTERN, normalisePattern } from '../sites/pattern.ts';

/** More rules than this are kept aside: the list stays searchable and the registered scripts bounded. */
export const MAX_RULES = 10_000;
const MAX_PACKS = 1_000;

export const SITE_MODES = ['on', 'ask', 'off'] as const;
export const STRICTNESSES = ['exact-only', 'default', 'everything'] as const;
export const MARK_STYLES = ['underline', 'tint', 'both'] as const;
export const PALETTES = ['colour', 'high-contrast', 'grey'] as const;
export const SCOPES = ['article', 'everything'] as const;
/** The range of `minWords`. Under three words nearly every quotation stands somewhere by chance. */
export const MIN_WORDS = { least: 3, most: 30 } as const;

/** Lone surrogates are refused: they can't be written to a file or an address. */
const PackId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.check((id) => id.isWellFormed()),
);
const Time = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());

/** A pattern in its one way of writing; what names no host is refused. */
const PatternText = v.pipe(
  v.string(),
  v.maxLength(MAX_PATTERN),
  v.transform(normalisePattern),
  v.string('names no site'),
);

const reading = {
  strictness: v.picklist(STRICTNESSES),
  hidden: v.array(v.picklist(VERDICTS)),
  style: v.picklist(MARK_STYLES),
  palette: v.picklist(PALETTES),
  minWords: v.pipe(v.number(), v.integer(), v.minValue(MIN_WORDS.least), v.maxValue(MIN_WORDS.most)),
  hoverCard: v.boolean(),
  scope: v.picklist(SCOPES),
  packs: v.nullable(v.pipe(v.array(PackId), v.maxLength(MAX_PACKS))),
};

export const ReadingSchema = v.object(reading);
export const ReadingChoicesSchema = v.partial(ReadingSchema);

export const SiteRuleSchema = v.object({
  pattern: PatternText,
  mode: v.picklist(SITE_MODES),
  reading: v.optional(ReadingChoicesSchema),
  used: v.optional(Time),
});

/** The one schema of the settings. What it refuses is repaired part by part (`repair.ts`). */
export const SettingsSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  defaultMode: v.picklist(SITE_MODES),
  reading: ReadingSchema,
  sites: v.pipe(v.array(SiteRuleSchema), v.maxLength(MAX_RULES)),
  packsOff: v.pipe(v.array(PackId), v.maxLength(MAX_PACKS)),
  packsOn: v.pipe(v.array(PackId), v.maxLength(MAX_PACKS)),
  sync: v.boolean(),
  changed: v.optional(Time),
});
