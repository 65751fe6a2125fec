import type { Page } from './drivers/index.ts';

/** What a page consists of and where it stands: equal before and after means that nothing was changed and nothing moved. */
export interface Footprint {
  readonly markup: string;
  readonly head: string;
  readonly outside: readonly string[];
  readonly texts: number;
  readonly boxes: string;
  readonly scroll: readonly number[];
}

/** Read with the page's own functions; a hash (FNV-1a) keeps the answer small. */
const READ = `
const hash = (text) => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return text.length + ':' + (value >>> 0).toString(36);
};
const body = document.body ?? document.documentElement;
const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
let texts = 0;
while (walker.nextNode()) texts++;
const boxes = [...body.querySelectorAll('p, h1, h2, h3, li, blockquote, figure, td')].slice(0, 1500).map((element) => {
  const box = element.getBoundingClientRect();
  return [box.left + scrollX, box.top + scrollY, box.width, box.height].map((edge) => Math.round(edge * 4)).join(',');
});
return {
  markup: hash(body.outerHTML.replaceAll(location.origin, '')),
  head: hash((document.head?.outerHTML ?? '').replaceAll(location.origin, '')),
  outside: [...document.documentElement.childNodes].filter((node) => node.nodeType === 1).map((node) => node.nodeName.toLowerCase()),
  texts,
  boxes: hash(boxes.join(';')),
  scroll: [scrollX, scrollY],
};`;

/** Waits until two looks in a row agree: pictures that fail to load still move what stands below them for a moment. */
export async function footprint(page: Page): Promise<Footprint> {
  let last = await page.evaluate<Footprint>(READ);
  for (let tries = 0; tries < 15; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 120));
    const now = await page.evaluate<Footprint>(READ);
    if (now.boxes === last.boxes && now.markup === last.markup) return now;
    last = now;
  }
  return last;
}

/** Errors that pages bring about themselves: what their policy refuses, what is not there to load. */
const OWN_FAULTS =
  /Content.Security.Policy|violates the following|Failed to load resource|net::ERR|downloadable font|was loaded even though|Ruffle|ERR_BLOCKED/iu;
export const otherErrors = (errors: readonly string[]): readonly string[] =>
  errors.filter((error) => !OWN_FAULTS.test(error));
