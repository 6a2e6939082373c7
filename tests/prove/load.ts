/**
 * Something that people do while processes are killed. `run` does it over and over until `stopped`, and remembers what
 * was confirmed; `missing` says after the next start what of it is gone. Failing calls are expected: the program dies
 * under them, and what was not confirmed may be there or not.
 */
export type Load = {
  name: string;
  /** After each start. */
  begin(data: string, port: number): Promise<void>;
  run(stopped: () => boolean): Promise<void>;
  confirmed(): number;
  missing(data: string): Promise<string[]>;
  end(): Promise<void>;
};
