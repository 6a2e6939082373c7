/** What one sheet of paper holds beside the headings, even where every fact takes two lines. */
const mostOnSheet = 28;

/**
 * How many facts each part shows: no more than it has and than `most`, and together no more than fit one sheet. Whoever
 * shows the largest part of its `most` gives way first, so that what must not be missed keeps more. Pure.
 */
export function shares(parts: readonly { readonly count: number; readonly most: number }[]): number[] {
  const given = parts.map(({ count, most }) => Math.min(count, most));
  for (let total = given.reduce((sum, share) => sum + share, 0); total > mostOnSheet; total--) {
    const fullness = given.map((share, index) => share / (parts[index]?.most ?? 1));
    const fullest = fullness.indexOf(Math.max(...fullness));
    given[fullest] = (given[fullest] ?? 0) - 1;
  }
  return given;
}
