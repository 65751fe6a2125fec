import { deflateSync, Inflate, inflateSync } from 'fflate';
import { fail, ok, type Result } from '../result.ts';

/** Deflated at the highest level; fflate gives the same bytes everywhere. */
export const deflated = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9 });

/**
 * The inflated bytes. Refuses what is damaged or grows beyond `limit` bytes, before the memory is taken: the input is inflated
 * in small steps.
 */
export function inflated(bytes: Uint8Array, limit: number): Result<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((chunk) => {
    total += chunk.length;
    if (total <= limit) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < bytes.length && total <= limit; at += STEP) {
      inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch {
    return fail('its compressed bytes are damaged');
  }
  if (total > limit) return fail('its compressed bytes grow too large');
  return ok(joined(chunks, total));
}

/** The inflated bytes of a small block, at most `limit` of them: what would lie behind is dropped while it is inflated. */
export function inflatedBlock(bytes: Uint8Array, limit: number): Result<Uint8Array> {
  try {
    return ok(inflateSync(bytes, { out: new Uint8Array(limit) }));
  } catch {
    return fail('its compressed bytes are damaged');
  }
}

/** Deflate grows at most about 1,030 times: a step gives at most 64 MB. */
const STEP = 65_536;

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  if (chunks.length === 1) return chunks[0];
  const all = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
