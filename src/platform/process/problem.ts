/**
 * Something outside the program that keeps it from starting or going on: a busy port, a damaged folder, a setting that
 * cannot be. Its message is one or two sentences for the person at the terminal: what happened and what to do. Who
 * catches one prints the message without a stack; every other error is a bug and keeps its stack.
 */
export class StartProblem extends Error {
  override readonly name: string = 'StartProblem';
}

/** The text for the terminal: the sentence of a known problem, the stack of a bug. */
export function problemText(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  if (errorCode(error) === 'EADDRINUSE' && error instanceof Error && 'port' in error)
    return portInUse(Number(error.port));
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Said of a port that somebody else listens on, by whoever finds out. */
export function portInUse(port: number, setting = 'INZAGE_PORT'): string {
  return (
    `Port ${port} is in use by another program. Stop that program, or choose another port: ` +
    `${setting}=${port + 10} npm start`
  );
}

/** The system's code of an error of Node (`EADDRINUSE`, `ENOENT`, …), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
