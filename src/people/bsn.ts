/** A BSN: nine digits that pass the 11-test (weights 9…2 and −1), not all zeros. Law: Wabb art. 1. */
export function isBsn(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text) || text === '000000000') return false;
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += Number(text[place]) * (place === 8 ? -1 : 9 - place);
  return sum % 11 === 0;
}

/** The published BSN of the national nl-core examples; no living person has it. */
const PUBLISHED_EXAMPLE = '111222333';

/** BSNs that a demonstration may hold: the range that is never given out, and one published example. */
export function isDemoBsn(text: string): boolean {
  return isBsn(text) && (text.startsWith('9999') || text === PUBLISHED_EXAMPLE);
}

/** The n-th BSN of the range that is never given out (9999xxxxx), counting from 0. RangeError beyond some 9,000. */
export function demoBsn(index: number): string {
  const bsn = demoBsns()[index];
  if (bsn === undefined) throw new RangeError(`there is no demo BSN ${index}`);
  return bsn;
}

let made: string[] | undefined;

function demoBsns(): string[] {
  if (made === undefined) {
    made = [];
    for (let tail = 0; tail < 100_000; tail++) {
      const bsn = `9999${String(tail).padStart(5, '0')}`;
      if (isBsn(bsn)) made.push(bsn);
    }
  }
  return made;
}
