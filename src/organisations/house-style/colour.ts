/** A colour as `#rrggbb`. */
export type Hex = string;

const toGamma = (channel: number): number =>
  channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055;

/** OKLCH to linear sRGB (Ottosson's matrices); values outside 0–1 lie outside what a screen can show. */
function oklchToLinear(lightness: number, chroma: number, hue: number): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const inGamut = (rgb: readonly number[]): boolean => rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005);

/**
 * The screen colour of an OKLCH colour. When a screen cannot show it, chroma is lowered until it can: lightness (and so
 * contrast) and hue stay as asked.
 */
export function hex(lightness: number, chroma: number, hue: number): Hex {
  let reduced = chroma;
  let rgb = oklchToLinear(lightness, reduced, hue);
  for (let step = 0; step < 40 && !inGamut(rgb); step++) {
    reduced *= 0.94;
    rgb = oklchToLinear(lightness, reduced, hue);
  }
  const digits = rgb.map((channel) => {
    const clamped = Math.min(1, Math.max(0, channel));
    return Math.round(255 * toGamma(clamped))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: Hex): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: Hex, other: Hex): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Which lightness, from `start` in steps of ±0.005, first reaches `target` contrast with `background`. */
export function solveLightness(
  start: number,
  chroma: number,
  hue: number,
  background: Hex,
  target: number,
  direction: 1 | -1,
): number {
  let lightness = start;
  for (let step = 0; step < 200; step++) {
    if (contrast(hex(lightness, chroma, hue), background) >= target) return lightness;
    lightness += direction * 0.005;
  }
  return lightness;
}
