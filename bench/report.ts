/** The bench's closing table: what was measured, the goal, met or not. */
export interface Line {
  readonly what: string;
  readonly value: string;
  readonly goal?: string;
  readonly met?: boolean;
}

const decimals = (value: number, digits: number) => value.toFixed(digits);

export function atMost(what: string, value: number, limit: number, unit: string, digits = 2): Line {
  return {
    what,
    value: `${decimals(value, digits)} ${unit}`.trim(),
    goal: `≤ ${limit} ${unit}`.trim(),
    met: value <= limit,
  };
}

export const told = (what: string, value: string): Line => ({ what, value });

export function print(lines: readonly Line[], say: (line: string) => void): boolean {
  const width = Math.max(...lines.map(({ what }) => what.length));
  const wide = Math.max(...lines.map(({ value }) => value.length));
  for (const { what, value, goal, met } of lines)
    say(
      `${what.padEnd(width)}  ${value.padStart(wide)}  ${goal === undefined ? '' : `${met ? 'met ' : 'MISSED'}  ${goal}`}`,
    );
  return lines.every(({ met }) => met !== false);
}
