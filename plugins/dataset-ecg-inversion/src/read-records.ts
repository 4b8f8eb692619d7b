import { bitfrontError } from '@bitfront/errors';

export interface RecordLine {
  /** Place in the file of signals. */
  readonly index: number;
  /** Number of the record at PhysioNet. */
  readonly record: string;
  readonly quality: string;
}

const header = 'index,record,quality';

/** The lines of records.csv, in order of the file of signals. @throws DATASET_FORMAT_INVALID */
export function readRecords(text: string, file: string, count: number): readonly RecordLine[] {
  const refuse = (reason: string) => bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'CSV', reason });
  const [first, ...lines] = text.trimEnd().split(/\r?\n/);
  if (first !== header) throw refuse(`Its first line is not ${header}.`);
  if (lines.length !== count) throw refuse(`It has ${lines.length} records, not ${count}.`);
  return lines.map((line, index) => {
    const [place = '', record = '', quality = '', ...more] = line.split(',');
    if (Number(place) !== index || record === '' || quality === '' || more.length > 0)
      throw refuse(`Line ${index + 2} is "${line}".`);
    return { index, record, quality };
  });
}
