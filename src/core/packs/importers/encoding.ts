export interface DecodedText {
  readonly text: string;
  /** As the reader should see it: "UTF-8", "UTF-16 LE", "windows-1252". */
  readonly encoding: string;
  /** What was assumed, when the bytes do not say it themselves. */
  readonly note: string | null;
}

/**
 * The text of a file in UTF-8, in UTF-16 (by its byte order mark, or by its zero bytes), or else in windows-1252, which
 * gives every byte a meaning. `declared` is an encoding that the file names itself (XML, HTML) and is tried before that.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', 'UTF-16 LE', null);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', 'UTF-16 BE', null);
  const wide = zeroBytes(bytes);
  if (wide !== null) {
    return decoded(bytes, wide, 'UTF-16', 'The file has no byte order mark; it was read as UTF-16.');
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', note: null };
  } catch {
    // Not UTF-8: go on.
  }
  const label = declared?.toLowerCase() ?? '';
  if (/^[a-z0-9_-]{3,20}$/u.test(label) && !label.startsWith('utf-')) {
    try {
      return decoded(bytes, label, label, `The file was read as ${label}, the encoding that it names.`);
    } catch {
      // An encoding that the decoder does not know.
    }
  }
  return decoded(
    bytes,
    'windows-1252',
    'windows-1252',
    'The file is not UTF-8; it was read as windows-1252. Check letters with accents.',
  );
}

function decoded(bytes: Uint8Array, label: string, encoding: string, note: string | null): DecodedText {
  const text = SINGLE_BYTE.test(label) ? windows1252(bytes) : new TextDecoder(label).decode(bytes);
  return { text, encoding, note };
}

/** What the web calls windows-1252; a decoder of our own, because Node's leaves the bytes 80 to 9F as control characters. */
const SINGLE_BYTE = /^(?:windows-1252|cp1252|x-cp1252|iso-?8859-1|latin1|l1|us-ascii|ascii)$/u;
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes as windows-1252. */
export function windows1252(bytes: Uint8Array): string {
  let out = '';
  const units = new Uint16Array(8192);
  for (let at = 0; at < bytes.length; at += units.length) {
    const length = Math.min(units.length, bytes.length - at);
    for (let i = 0; i < length; i++) {
      const byte = bytes[at + i];
      units[i] = byte >= 0x80 && byte < 0xa0 ? HIGH.charCodeAt(byte - 0x80) : byte;
    }
    out += String.fromCharCode(...units.subarray(0, length));
  }
  return out;
}

/** Mostly Latin text in UTF-16 without a mark has a zero in nearly every second byte. */
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = Math.min(bytes.length, 4096) & ~1;
  if (sample < 16) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const most = (sample / 2) * 0.6;
  if (odd > most && even < sample / 20) return 'utf-16le';
  if (even > most && odd < sample / 20) return 'utf-16be';
  return null;
}
