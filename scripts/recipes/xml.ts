import { Parser } from 'htmlparser2';

/** Calls for the elements of an XML document, in the order in which they stand. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML or, with `html`, a page. Never fails: what is not well formed is read as far as it goes. */
export function readXml(content: string, events: XmlEvents, html = false): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open?.(name, attributes),
      ontext: (text) => events.text?.(text),
      onclosetag: (name) => events.close?.(name),
    },
    { xmlMode: !html, decodeEntities: true },
  );
  parser.end(content);
}

/** Text with runs of white space as one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
