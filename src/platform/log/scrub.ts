/** What never reaches a log, whatever its value: the names of fields that hold secrets or a BSN. */
const SECRET_FIELDS = new Set([
  'authorization',
  'bsn',
  'burgerservicenummer',
  'client_assertion',
  'code',
  'code_verifier',
  'cookie',
  'password',
  'proxy-authorization',
  'refresh_token',
  'secret',
  'set-cookie',
  'token',
  'access_token',
  'id_token',
]);

const HIDDEN = '[hidden]';
const DEPTH = 6;

/** A copy of a log line's fields without secrets; errors become plain objects. Deeper than six levels is cut off. */
export function scrubFields(fields: Record<string, unknown>): Record<string, unknown> {
  return scrubObject(fields, DEPTH);
}

function scrubObject(value: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_FIELDS.has(name.toLowerCase()) ? HIDDEN : scrubValue(inner, depth),
    ]),
  );
}

function scrubValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === 0) return '[deep]';
  if (value instanceof Error) return scrubError(value, depth);
  if (Array.isArray(value)) return value.map((inner) => scrubValue(inner, depth - 1));
  return scrubObject(value, depth - 1);
}

/** The system's code of an error (ECONNREFUSED) is no secret, and the first thing an operator looks for. */
function scrubError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z0-9_]{4,40}$/.test(error.code);
  return {
    type: name,
    ...(code && { errorCode: error.code }),
    message,
    stack,
    ...(cause !== undefined && { cause: scrubValue(cause, depth - 1) }),
  };
}

/**
 * The finished line without BSNs (nine digits that pass the 11-test, also written as 1234.56.789) and without the
 * values of secret parameters in addresses.
 */
export function scrubLine(line: string): string {
  return line
    .replace(/(?<![\w.-])\d{4}[. ]?\d{2}[. ]?\d{3}(?![\w-])/g, (found) => (passesElevenTest(found) ? '[bsn]' : found))
    .replace(/([?&](?:bsn|code|token|state|nonce|id_token|access_token)=)[^&\s"\\]+/gi, `$1${HIDDEN}`)
    .replace(/\b(Bearer|Basic) [\w.~+/=-]+/g, `$1 ${HIDDEN}`);
}

function passesElevenTest(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return sum !== 0 && sum % 11 === 0;
}
