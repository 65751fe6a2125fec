/** Deeper than this nobody sets a background. */
const DEEPEST = 40;

/**
 * True when an element's text stands on a dark ground. The page's own colours decide, not the system's theme: a page that
 * never declares a colour scheme can be dark, and the other way round.
 */
export function isDarkGround(element: Element | null): boolean {
  let at: Element | null = element;
  for (let depth = 0; at !== null && depth < DEEPEST; depth++) {
    const ground = channels(getComputedStyle(at).backgroundColor);
    if (ground !== null && ground.alpha >= 0.5) return luminance(ground) < 0.3;
    at = at.parentElement ?? (at.getRootNode() instanceof ShadowRoot ? (at.getRootNode() as ShadowRoot).host : null);
  }
  const ink = channels(getComputedStyle(element ?? document.documentElement).color);
  return ink !== null && luminance(ink) > 0.6;
}

interface Channels {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads `rgb(…)` and `rgba(…)` as browsers compute them; other colour spaces give null. */
function channels(css: string): Channels | null {
  const found = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:[,\s/]+([\d.]+%?))?\s*\)$/u.exec(css);
  if (found === null) return null;
  const alpha =
    found[4] === undefined ? 1 : found[4].endsWith('%') ? Number.parseFloat(found[4]) / 100 : Number(found[4]);
  return { red: Number(found[1]), green: Number(found[2]), blue: Number(found[3]), alpha };
}

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
function luminance({ red, green, blue }: Channels): number {
  const linear = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
