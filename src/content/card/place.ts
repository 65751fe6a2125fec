/** Distance of the card from the quotation and from the viewport's edges, in CSS pixels. */
const GAP = 8;
/** Below this width of the viewport the card is a sheet at its foot. */
const NARROW = 520;
/** A card lower than this is no use; it goes where there is most room and scrolls. */
const LEAST_HEIGHT = 220;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Placement =
  | { readonly kind: 'sheet' }
  | { readonly kind: 'beside'; readonly left: number; readonly top: number; readonly maxHeight: number };

/**
 * Where a card of the given size goes: under the line it belongs to, over it when there is more room, always inside the
 * viewport. All numbers are CSS pixels of the viewport.
 */
export function placement(
  anchor: Box,
  card: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): Placement {
  if (viewport.width < NARROW) return { kind: 'sheet' };
  const room = viewport.height - 2 * GAP;
  // A quotation that has been scrolled away is taken to stand at the edge it went over.
  const lineTop = clamp(anchor.top, 0, viewport.height);
  const lineBottom = clamp(anchor.bottom, 0, viewport.height);
  const below = viewport.height - lineBottom - 2 * GAP;
  const above = lineTop - 2 * GAP;
  const left = clamp(anchor.left, GAP, viewport.width - card.width - GAP);
  const underIt = card.height <= below || (below >= above && below >= LEAST_HEIGHT);
  if (underIt) return { kind: 'beside', left, top: lineBottom + GAP, maxHeight: below };
  if (card.height > above && above < LEAST_HEIGHT) return { kind: 'beside', left, top: GAP, maxHeight: room };
  return { kind: 'beside', left, top: lineTop - GAP - Math.min(card.height, above), maxHeight: above };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, Math.max(low, high)));
