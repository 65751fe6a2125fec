import { Parser, type Handler } from 'htmlparser2';
import { LIMITS } from './types.ts';

const STEP = 1 << 20;

/**
 * Feeds a document to a handler, in XML or HTML. Entities that a document declares itself are never expanded; nesting is bounded.
 * @throws Error with one sentence when the document is nested deeper than `LIMITS.xmlDepth` (XML) or eight times that (HTML).
 */
export function parseMarkup(text: string, handler: Partial<Handler>, kind: 'xml' | 'html'): void {
  const deepest = kind === 'xml' ? LIMITS.xmlDepth : LIMITS.xmlDepth * 8;
  let depth = 0;
  const parser = new Parser(
    {
      ...handler,
      onopentag(name, attributes, implied) {
        if (++depth > deepest) throw new Error(`The file is nested more than ${deepest} elements deep.`);
        handler.onopentag?.(name, attributes, implied);
      },
      onclosetag(name, implied) {
        depth--;
        handler.onclosetag?.(name, implied);
      },
    },
    kind === 'xml' ? { xmlMode: true, decodeEntities: true } : { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < text.length; at += STEP) parser.write(text.slice(at, at + STEP));
  parser.end();
}

/** An XML name without its prefix: "w:p" is "p". */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
