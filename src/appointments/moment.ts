/** Where a further page of past appointments begins: milliseconds in the address. Undefined for anything else. */
export function moment(text: string | undefined): Date | undefined {
  const at = new Date(/^\d{1,14}$/.test(text ?? '') ? Number(text) : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
