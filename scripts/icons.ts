import { readFile, writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

/**
 * Draws assets/icons/icon-<size>.png from the shapes of icon.svg, without any drawing library: every pixel is the mean
 * of a grid of samples. Run after a change of the drawing; the result is kept in the repository.
 */
const SIZES = [16, 32, 48, 128];
/** Samples a side of each pixel. */
const GRID = 8;

interface Shape {
  readonly fill: readonly [number, number, number];
  readonly covers: (x: number, y: number) => boolean;
}

type Point = readonly [number, number];

/** Reads the rounded rectangles and the paths (absolute M, L, C, Z) of the drawing. Throws on anything else. */
function shapesOf(svg: string): Shape[] {
  const shapes: Shape[] = [];
  let groupFill = '#000000';
  for (const [, name, attributes] of svg.matchAll(/<(g|rect|path|\w+)\b([^>]*?)\/?>/gu)) {
    const read = (key: string): string | undefined => new RegExp(`\\b${key}="([^"]*)"`, 'u').exec(attributes)?.[1];
    if (name === 'svg') continue;
    if (name === 'g') groupFill = read('fill') ?? groupFill;
    else if (name === 'rect') {
      const [x, y, width, height, radius] = ['x', 'y', 'width', 'height', 'rx'].map((key) => Number(read(key) ?? 0));
      shapes.push({ fill: colour(read('fill')!), covers: roundedRect(x, y, width, height, radius) });
    } else if (name === 'path') {
      const outline = flatten(read('d')!);
      shapes.push({ fill: colour(read('fill') ?? groupFill), covers: (px, py) => isInside(outline, px, py) });
    } else throw new Error(`icon.svg: <${name}> is not drawn`);
  }
  return shapes;
}

const colour = (hex: string): [number, number, number] =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

function roundedRect(x: number, y: number, width: number, height: number, radius: number): Shape['covers'] {
  return (px, py) => {
    const dx = Math.max(x + radius - px, 0, px - (x + width - radius));
    const dy = Math.max(y + radius - py, 0, py - (y + height - radius));
    return dx * dx + dy * dy <= radius * radius;
  };
}

/** A path's outline as a polygon; each curve becomes 16 lines. */
function flatten(path: string): Point[] {
  const points: Point[] = [];
  for (const [, command, written] of path.matchAll(/([MLCZ])([^MLCZ]*)/gu)) {
    const numbers = written
      .trim()
      .split(/[\s,]+/u)
      .filter(Boolean)
      .map(Number);
    if (command === 'M' || command === 'L') points.push([numbers[0], numbers[1]]);
    else if (command === 'C') {
      const [ax, ay, bx, by, cx, cy] = numbers as [number, number, number, number, number, number];
      const [sx, sy] = points.at(-1)!;
      for (let step = 1; step <= 16; step++) {
        const t = step / 16;
        const u = 1 - t;
        points.push([
          u ** 3 * sx + 3 * u * u * t * ax + 3 * u * t * t * bx + t ** 3 * cx,
          u ** 3 * sy + 3 * u * u * t * ay + 3 * u * t * t * by + t ** 3 * cy,
        ]);
      }
    }
  }
  return points;
}

function isInside(outline: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  for (let index = 0, before = outline.length - 1; index < outline.length; before = index++) {
    const [ax, ay] = outline[index];
    const [bx, by] = outline[before];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** RGBA rows of the drawing at a size, each led by PNG's filter byte 0. */
function draw(shapes: readonly Shape[], size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) rows.set(pixel(shapes, x, y, 128 / size), y * (size * 4 + 1) + 1 + x * 4);
  return rows;
}

function pixel(shapes: readonly Shape[], x: number, y: number, scale: number): number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < GRID * GRID; sample++) {
    const px = (x + ((sample % GRID) + 0.5) / GRID) * scale;
    const py = (y + (Math.floor(sample / GRID) + 0.5) / GRID) * scale;
    const top = shapes.findLast((shape) => shape.covers(px, py));
    if (top === undefined) continue;
    covered++;
    for (let channel = 0; channel < 3; channel++) sum[channel] += top.fill[channel];
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((each) => Math.round(each / covered)), Math.round((255 * covered) / (GRID * GRID))];
}

function png(rows: Buffer, size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, colour type 6 (RGBA).
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const folder = new URL('../assets/icons/', import.meta.url);
const shapes = shapesOf(await readFile(new URL('icon.svg', folder), 'utf8'));
for (const size of SIZES) await writeFile(new URL(`icon-${size}.png`, folder), png(draw(shapes, size), size));
console.log(`Drew ${SIZES.map((size) => `icon-${size}.png`).join(', ')}`);
