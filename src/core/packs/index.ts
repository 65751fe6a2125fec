export { buildPack, type BuildOptions } from './build.ts';
export { memoryBytes } from './bytes.ts';
export { openPack, type Pack } from './open.ts';
export { preparePack } from './prepare.ts';
export { firstRendering, sourceInfo, turnsOf } from './parts.ts';
