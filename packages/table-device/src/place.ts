/** Where in a table something is wrong. */
export interface Place {
  readonly file: string;
  /** From 1, as editors count; of a row with line breaks in quotes, its last line. */
  readonly line: number;
}
