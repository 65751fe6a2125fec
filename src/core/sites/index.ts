export { hasSubDomains, hostOf, normaliseHost } from './host.ts';
export { normalisePattern, parsePattern, splitPattern, type Pattern } from './pattern.ts';
export { effectiveSettings, explainSite, inheritedBy, type Because, type Explanation } from './resolve.ts';
export { accessEverywhere, accessFor, originsFor, spareOrigins, type Access } from './origins.ts';
export { matchPatternsFor, type Registration } from './registrations.ts';
export { PRESETS, type CountryPreset } from './presets.ts';
export { unicodeHost } from './unicode.ts';
