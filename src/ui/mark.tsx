/** One drawn part of an organisation's mark, on a field of 44 × 44. Without `stroke` it is filled. */
export interface MarkPart {
  d: string;
  tone: 'ink' | 'accent';
  stroke?: number;
}

/** Fixed colours, for a mark on a page with another organisation's theme. */
export interface MarkColours {
  ground: string;
  ink: string;
  accent: string;
}

const THEMED: MarkColours = {
  ground: 'var(--basis-color-action-1-inverse-bg-default)',
  ink: 'var(--basis-color-action-1-inverse-color-default)',
  accent: 'var(--basis-color-accent-2-bg-active)',
};

/** The mark of an organisation; its name always stands beside it. */
export function Mark({ parts, colours = THEMED }: { parts: readonly MarkPart[]; colours?: MarkColours | undefined }) {
  return (
    <svg viewBox="0 0 44 44" aria-hidden="true" fill="none" stroke-linecap="round" stroke-linejoin="round">
      <rect width="44" height="44" rx="13" fill={colours.ground} />
      {parts.map((part) =>
        part.stroke === undefined ? (
          <path d={part.d} fill={colours[part.tone]} />
        ) : (
          <path d={part.d} stroke={colours[part.tone]} stroke-width={part.stroke} />
        ),
      )}
    </svg>
  );
}
