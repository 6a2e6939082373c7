/** What one sheet of paper holds beside the headings. */
const mostOnSheet = 46;

/**
 * How many facts each part shows: no more than it has and than `most`, and together no more than fit one sheet; whoever
 * has the most gives way first. Pure.
 */
export function shares(parts: readonly { readonly count: number; readonly most: number }[]): number[] {
  const given = parts.map(({ count, most }) => Math.min(count, most));
  for (let total = given.reduce((sum, share) => sum + share, 0); total > mostOnSheet; total--) {
    const largest = given.indexOf(Math.max(...given));
    given[largest] = (given[largest] ?? 0) - 1;
  }
  return given;
}
