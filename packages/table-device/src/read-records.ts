import { bitfrontError } from '@bitfront/errors';
import { CsvError, parse } from 'csv-parse/sync';

/** One row of a CSV text. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** From 1; the last line of the row where a quoted cell holds line breaks. */
  readonly line: number;
}

/**
 * The rows of a CSV text (RFC 4180; LF, CRLF or CR; cells trimmed), header included; rows without content are left out.
 * @param before lines of the file above the text
 * @throws TABLE_SHAPE_INVALID, where quotation marks do not fit
 */
export function readRecords(text: string, file: string, before: number): readonly CsvRow[] {
  try {
    const found = parse(text, {
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { lines: number } }[];
    return found.map(({ record, info }) => ({ cells: record, line: before + info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = before + Number(error.lines ?? 1);
    const problem = `${error.message}.`;
    throw bitfrontError('TABLE_SHAPE_INVALID', { file, line, problem }, { cause: error });
  }
}
