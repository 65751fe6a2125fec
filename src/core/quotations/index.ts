export { findQuotations } from './find.ts';
export { namesNear } from './near.ts';
export { speakerName } from './speakerName.ts';
export type * from './types.ts';
