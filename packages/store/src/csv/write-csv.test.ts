import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CsvCell } from './format-csv.ts';
import { csvFormatter } from './format-csv.ts';
import { writeCsv } from './write-csv.ts';

describe('CSV text', () => {
  const formatCsv = csvFormatter();

  test('is RFC 4180 with LF', () => {
    expect(formatCsv([['a', 'b "c"', 'd,e', 'f\ng', 'h\r', '', undefined, ' i ']])).toBe(
      'a,"b ""c""","d,e","f\ng","h\r",,, i \n',
    );
    expect(formatCsv([['µm²', '𝄞']])).toBe('µm²,𝄞\n');
  });

  test('holds numbers in shortest round-trip form', () => {
    const numbers = [
      0,
      -0,
      1,
      -1,
      0.1,
      1e21,
      1e-7,
      1.7976931348623157e308,
      5e-324,
      -2.5e-10,
      0.1 + 0.2,
      2 ** 53,
    ];
    const text = formatCsv([numbers]);
    expect(text).toBe(
      '0,0,1,-1,0.1,1e+21,1e-7,1.7976931348623157e+308,5e-324,-2.5e-10,0.30000000000000004,9007199254740992\n',
    );
    expect(text.trim().split(',').map(Number)).toEqual(numbers.map((number) => number + 0));
  });

  test('disarms texts that a spreadsheet would run, and no numbers', () => {
    const armed = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("x")'];
    expect(formatCsv([armed])).toBe(`'=1+1,'+1,'-1,'@SUM(A1),'\tx,"'=HYPERLINK(""x"")"\n`);
    expect(formatCsv([['\r=1']])).toBe(`"'\r=1"\n`);
    expect(formatCsv([[-1, 'a=b', '1-1']])).toBe('-1,a=b,1-1\n');
  });
});

test('agrees with csv-stringify formatting whole rows, cell by cell', () => {
  const alphabet = [...'aZ09 ,"\'\n\r\t=+-@_.:/[]µ'];
  const cell = (seed: number): CsvCell => {
    const kind = seed % 4;
    if (kind === 0) return (seed - 50_000) / 7;
    return Array.from(
      { length: seed % 6 },
      (_, i) => alphabet[(seed * (i + 3) * 31 + (seed >> i)) % alphabet.length],
    ).join('');
  };
  const table = Array.from({ length: 3000 }, (_, row) =>
    Array.from({ length: 5 }, (_, column) => cell(row * 37 + column * 11)),
  );
  const whole = stringify(table, { quote_record_delimiter: true, escape_formulas: true });
  expect(csvFormatter()(table)).toBe(whole);
});

describe('a CSV file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bitfront-csv-'));
    file = join(folder, 'points.csv');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([0, 1, 998, 999, 1000, 1001, 2500])('has its header and all of %i rows', async (count) => {
    await writeCsv(file, ['id', 'value'], rows(count));
    const expected = ['id,value', ...Array.from({ length: count }, (_, i) => `p${i},${i / 7}`)];
    expect(readFileSync(file, 'utf8')).toBe(`${expected.join('\n')}\n`);
    expect(readdirSync(folder)).toEqual(['points.csv']);
  });

  test('stays as it was when its rows fail, and nothing else is left', async () => {
    writeFileSync(file, 'old');
    function* failing(): Generator<readonly CsvCell[]> {
      yield* rows(3000);
      throw new RangeError('no more rows');
    }
    await expect(writeCsv(file, ['id'], failing())).rejects.toThrow('no more rows');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['points.csv']);
  });

  test('stays as it was when aborted', async () => {
    writeFileSync(file, 'old');
    const stop = new AbortController();
    setImmediate(() => stop.abort('enough'));
    await expect(writeCsv(file, ['id'], rows(1e9), { signal: stop.signal })).rejects.toBe('enough');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['points.csv']);
  });
});

function* rows(count: number): Generator<readonly CsvCell[]> {
  for (let i = 0; i < count; i++) yield [`p${i}`, i / 7];
}
