export { findQuotations } from './find.ts';
export { namesNear } from './near.ts';
export type * from './types.ts';
