export { readBlocks, readingBlocks, type ReadBlock, type ReadOptions, type Run } from './blocks.ts';
export { rangeOf } from './ranges.ts';
export { pageFacts, isoDay, type PageFacts } from './page.ts';
export { articleRoot, bodyOf } from './article.ts';
