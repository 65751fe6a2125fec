export * from './types.ts';
export { People } from './turns/index.ts';
export { checksum } from './checksum.ts';
export { collect, type Collected, type CollectedDocument, type CollectedFile } from './collect.ts';
export { decodeText } from './encoding.ts';
export { detectFormat, FILE_ENDINGS, stemOf } from './detect.ts';
export { importFile, openFile } from './open.ts';
export { readTable, type Table } from './csv.ts';
export { packIdOf } from './packId.ts';
