import { crc32, deflateSync } from 'node:zlib';

/** What a picture is made of: its size, and four bytes (red, green, blue, opaqueness) a point. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG with at most 256 colours (colour type 3, ISO/IEC 15948): a third of the size of one with all colours, and on
 * plain surfaces no difference that anybody sees. Opaqueness is left out.
 */
export function paletteImage({ width, height, data }: Pixels): Buffer {
  const palette = choosePalette(data);
  const nearest = nearestIn(palette);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = nearest(colourAt(data, (y * width + x) * 4));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(body.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

const colourAt = (data: Uint8Array, at: number): number =>
  ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
const channels = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

interface Counted {
  readonly colour: number;
  readonly count: number;
}

/** Median cut: the box of colours that spreads widest is halved until there are enough boxes. */
function choosePalette(data: Uint8Array): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = colourAt(data, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const boxes: Counted[][] = [[...counts].map(([colour, count]) => ({ colour, count }))];
  while (boxes.length < COLOURS) {
    const spreads = boxes.map(spread);
    const widest = spreads.reduce((best, one, index) => (one.weight > (spreads[best]?.weight ?? 0) ? index : best), 0);
    const box = boxes[widest];
    const channel = spreads[widest]?.channel;
    if (box === undefined || box.length < 2 || channel === undefined) break;
    box.sort((a, b) => (channels(a.colour)[channel] ?? 0) - (channels(b.colour)[channel] ?? 0));
    boxes.splice(widest, 1, ...halves(box));
  }
  return boxes.map(commonest);
}

/** How much a box would gain by being cut, and along which channel. */
function spread(box: readonly Counted[]): { weight: number; channel: 0 | 1 | 2 } {
  if (box.length < 2) return { weight: 0, channel: 0 };
  const ranges = ([0, 1, 2] as const).map((channel) => {
    const values = box.map(({ colour }) => channels(colour)[channel]);
    return { channel, range: values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)) };
  });
  const { channel, range } = ranges.reduce((best, one) => (one.range > best.range ? one : best));
  const points = box.reduce((sum, { count }) => sum + count, 0);
  return { weight: range * Math.sqrt(points), channel };
}

/** Cut where half of the points lie on each side, with at least one colour in each half. */
function halves(box: readonly Counted[]): [Counted[], Counted[]] {
  const half = box.reduce((sum, { count }) => sum + count, 0) / 2;
  let seen = 0;
  const found = box.findIndex(({ count }) => {
    seen += count;
    return seen >= half;
  });
  const cut = Math.min(box.length - 1, Math.max(1, found));
  return [box.slice(0, cut), box.slice(cut)];
}

/** The colour that most points of a box have, so that plain surfaces keep theirs exactly. */
function commonest(box: readonly Counted[]): number {
  return box.reduce((best, one) => (one.count > best.count ? one : best)).colour;
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const place = known.get(colour);
    if (place !== undefined) return place;
    const [red, green, blue] = channels(colour);
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, one] of palette.entries()) {
      const [r, g, b] = channels(one);
      const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (distance < least) [best, least] = [index, distance];
    }
    known.set(colour, best);
    return best;
  };
}
