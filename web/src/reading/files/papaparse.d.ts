/**
 * What this app uses of Papa Parse. Its published types bring Node's along, which would change what
 * `setTimeout` is all over the page.
 */
declare module 'papaparse' {
  export interface ParseResult<Row> {
    data: Row[];
    meta: { delimiter: string; cursor: number; aborted: boolean };
  }

  export interface Parser {
    abort(): void;
    pause(): void;
    resume(): void;
  }

  export interface ParseConfig<Row> {
    chunkSize?: number;
    skipEmptyLines?: boolean;
    delimitersToGuess?: string[];
    chunk(results: ParseResult<Row>, parser: Parser): void;
    complete(): void;
    error(error: Error): void;
  }

  const Papa: { parse(text: string, config: ParseConfig<string[]>): void };
  export default Papa;
}
