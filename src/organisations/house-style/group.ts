import { type Hex, hex, solveLightness } from './colour';

/** One hue of a house style: OKLCH hue in degrees, chroma of strong tones, chroma of soft tones (else 28 % of it). */
export interface Hue {
  h: number;
  c: number;
  cSoft?: number;
}

/** Roles of NL Design System's `--basis-color-<group>-<role>` tokens. */
export const ROLES = [
  'bg-document',
  'bg-subtle',
  'bg-default',
  'bg-hover',
  'bg-active',
  'border-subtle',
  'border-default',
  'border-hover',
  'border-active',
  'color-default',
  'color-hover',
  'color-active',
  'color-subtle',
  'color-document',
] as const;
export type Role = (typeof ROLES)[number];
export type Tones = Record<Role, Hex>;
export type Scheme = 'light' | 'dark';

/**
 * Tones on a surface. Lightness of text and borders is solved against the worst background (`bg-active`), so a hue
 * cannot give too little contrast: 4.5 for text, 3 for borders, with a little to spare.
 */
export function surfaceTones(hue: Hue, scheme: Scheme): Tones {
  return scheme === 'light' ? lightSurface(hue) : darkSurface(hue);
}

/** Tones of filled things: buttons, the spotlight card, the footer. */
export function inverseTones(hue: Hue, scheme: Scheme): Tones {
  return scheme === 'light' ? lightInverse(hue) : darkInverse(hue);
}

const softOf = ({ h, c, cSoft = c * 0.28 }: Hue) => {
  return (lightness: number, factor = 1): Hex => hex(lightness, cSoft * factor, h);
};

function lightSurface(hue: Hue): Tones {
  const { h, c } = hue;
  const soft = softOf(hue);
  const strong = (lightness: number): Hex => hex(lightness, c, h);
  const worst = soft(0.905, 1.5);
  const border = solveLightness(0.62, c, h, worst, 3.3, -1);
  const text = solveLightness(0.5, c, h, worst, 5.2, -1);
  return {
    'bg-document': soft(0.992, 0.3),
    'bg-subtle': soft(0.975, 0.7),
    'bg-default': soft(0.952),
    'bg-hover': soft(0.93, 1.25),
    'bg-active': worst,
    'border-subtle': soft(0.88, 1.3),
    'border-default': strong(border),
    'border-hover': strong(border - 0.06),
    'border-active': strong(border - 0.12),
    'color-default': strong(text),
    'color-hover': strong(text - 0.05),
    'color-active': strong(text - 0.1),
    'color-subtle': strong(solveLightness(0.56, c * 0.8, h, worst, 4.6, -1)),
    'color-document': hex(0.245, Math.min(c * 0.5, 0.035), h),
  };
}

function lightInverse(hue: Hue): Tones {
  const { h, c } = hue;
  const strong = (lightness: number): Hex => hex(lightness, c, h);
  const fill = solveLightness(0.47, c, h, '#ffffff', 6.2, -1);
  return {
    'bg-document': hex(0.345, c * 0.76, h),
    'bg-subtle': hex(0.385, c * 0.8, h),
    'bg-default': strong(fill),
    'bg-hover': strong(fill - 0.06),
    'bg-active': strong(fill - 0.11),
    'border-subtle': hex(0.5, c * 0.6, h),
    'border-default': strong(fill),
    'border-hover': strong(fill - 0.06),
    'border-active': strong(fill - 0.11),
    'color-default': '#ffffff',
    'color-hover': '#ffffff',
    'color-active': '#ffffff',
    'color-subtle': softOf(hue)(0.9, 1.2),
    'color-document': '#ffffff',
  };
}

function darkSurface({ h, c }: Hue): Tones {
  const dim = Math.min(c * 0.35, 0.03);
  const worst = hex(0.34, dim * 1.6, h);
  const border = solveLightness(0.58, c * 0.8, h, worst, 3.3, 1);
  const text = solveLightness(0.76, c * 0.8, h, worst, 5.2, 1);
  return {
    'bg-document': hex(0.185, dim * 0.6, h),
    'bg-subtle': hex(0.225, dim, h),
    'bg-default': hex(0.268, dim * 1.3, h),
    'bg-hover': hex(0.305, dim * 1.5, h),
    'bg-active': worst,
    'border-subtle': hex(0.355, dim * 1.3, h),
    'border-default': hex(border, c * 0.8, h),
    'border-hover': hex(border + 0.06, c * 0.8, h),
    'border-active': hex(border + 0.12, c * 0.8, h),
    'color-default': hex(text, c * 0.8, h),
    'color-hover': hex(text + 0.05, c * 0.7, h),
    'color-active': hex(text + 0.08, c * 0.6, h),
    'color-subtle': hex(solveLightness(0.7, c * 0.6, h, worst, 4.6, 1), c * 0.6, h),
    'color-document': hex(0.945, Math.min(c * 0.2, 0.012), h),
  };
}

function darkInverse(hue: Hue): Tones {
  const { h, c } = hue;
  const fill = hex(0.79, c * 0.85, h);
  const fillHover = hex(0.84, c * 0.75, h);
  const fillActive = hex(0.88, c * 0.65, h);
  const ink = hex(0.19, Math.min(c * 0.5, 0.03), h);
  return {
    'bg-document': hex(0.3, c * 0.55, h),
    'bg-subtle': hex(0.345, c * 0.6, h),
    'bg-default': fill,
    'bg-hover': fillHover,
    'bg-active': fillActive,
    'border-subtle': hex(0.44, c * 0.55, h),
    'border-default': fill,
    'border-hover': fillHover,
    'border-active': fillActive,
    'color-default': ink,
    'color-hover': ink,
    'color-active': ink,
    'color-subtle': softOf(hue)(0.9),
    'color-document': '#ffffff',
  };
}
