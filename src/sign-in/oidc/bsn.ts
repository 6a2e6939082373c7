/**
 * Whether this is a BSN: nine digits of which 9·a + 8·b + 7·c + 6·d + 5·e + 4·f + 3·g + 2·h − i is a multiple of 11,
 * and not all noughts (the '11-proef').
 */
export function isBsn(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[0-9]{9}$/.test(value) || value === '000000000') return false;
  const sum = [...value].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}
