/**
 * A 64-bit checksum of bytes as 16 hexadecimal digits, to recognise a file or document that is already there. FNV-1a
 * (32 bits) run twice with different starting values; it guards against accidents, not against an adversary, who would
 * gain nothing: equal checksums only mean that one of two files is not stored twice.
 */
export function checksum(bytes: Uint8Array): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c ^ bytes.length;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return hex(a) + hex(b);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
