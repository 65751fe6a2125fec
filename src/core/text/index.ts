export { FOLDING_VERSION } from './fold.ts';
export { countWords, firstWord, readWords, readWordsFrom, unitsHash, wordHash, Words } from './words.ts';
export { sentenceBounds, sentenceEnd, sentenceStart, type TextRange } from './sentences.ts';
