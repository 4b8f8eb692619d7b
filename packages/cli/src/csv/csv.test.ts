import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomStream } from '@bitfront/math';
import { BitfrontError } from '@bitfront/errors';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../fixtures/bitfront.ts';
import { rowTexts } from './cell-text.ts';
import { frontOfFile, frontsByGroup } from './front-of-file.ts';
import { parseNumber } from './parse-number.ts';
import { readColumns } from './read-columns.ts';
import { scanRecords } from './scan-records.ts';

const fileOf = (text: string): string => {
  const file = join(emptyFolder(), 'points.csv');
  writeFileSync(file, text);
  return file;
};
const rowsOf = (text: string): readonly (readonly string[])[] => {
  const rows: (readonly string[])[] = [];
  scanRecords(fileOf(text), (record) => void rows.push(rowTexts(record)));
  return rows;
};
const parsed = (text: string): number => parseNumber(Buffer.from(`x${text},`), 1, 1 + text.length);

describe('scanRecords', () => {
  it.each([
    [
      'plain rows',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF and a byte order mark',
      '\uFEFFa,b\r\n1,\r\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['commas, quotes and line breaks in quotes', 'a\n"x,""y""\nz"\n', [['a'], ['x,"y"\nz']]],
    ['blank lines', 'a\n\n1\n\n', [['a'], ['1']]],
    [
      'an empty last cell without line end',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['letters beyond ASCII', 'µ,→\n', [['µ', '→']]],
  ])('splits %s', (_, text, rows) => expect(rowsOf(text)).toEqual(rows));

  it('reads a record longer than its buffer, and records across its end', () => {
    const long = 'x'.repeat(5_000_000);
    const rows = rowsOf(`a,b\n"${long}",1\n2,3\n`);
    expect(rows.map((row) => row.map((cell) => cell.length))).toEqual([
      [1, 1],
      [5_000_000, 1],
      [1, 1],
    ]);
  });

  it('names the file that is not there', () => {
    expect(() => scanRecords('/nowhere.csv', () => undefined)).toThrow(
      expect.objectContaining({ code: 'CSV_UNREADABLE' }),
    );
  });
});

describe('parseNumber', () => {
  it('gives the nearest float64 of any decimal, as Number does', () => {
    const random = randomStream('1', 'decimals');
    for (let i = 0; i < 20_000; i++) {
      const value = (random.uniform() - 0.5) * Number(`1e${random.integer(40) - 20}`);
      for (const text of [
        String(value),
        value.toFixed(random.integer(20)),
        value.toExponential(random.integer(16)),
      ])
        expect(parsed(text)).toBe(Number(text));
    }
  });

  it.each(['', ' ', '-', '.', 'abc', '1,2', '0x10', 'Infinity', 'NaN', '1e999', '1.2.3', '--1', '"x"'])(
    'takes %j for no number',
    (text) => expect(parsed(text)).toBeNaN(),
  );

  it.each([
    ['"3.5"', 3.5],
    [' 7 ', 7],
    ['+2', 2],
    ['.5', 0.5],
    ['5.', 5],
    ['-0', -0],
    ['1E3', 1000],
  ])('reads %j', (text, value) => expect(parsed(text)).toBe(value));
});

describe('readColumns and the front', () => {
  it('leaves out rows without all numbers, counts them, and keeps the bytes of the others', () => {
    const columns = readColumns(
      fileOf('id,e,a,by\n1,0.1,5,x\n2,,6,x\n3,0.3,abc,y\n4,0.2,1,"p,q"\n5,7\n'),
      ['e', 'a'],
      ['by'],
    );
    expect([columns.rows, columns.skipped]).toEqual([2, 3]);
    expect([...columns.numbers]).toEqual([0.1, 5, 0.2, 1]);
    expect(columns.groupNames).toEqual(['x', 'p,q']);
  });

  it('agrees with the definition of dominance, by group too', () => {
    const random = randomStream('2', 'front');
    const rows = Array.from(
      { length: 300 },
      () => [random.integer(20), random.integer(20), random.integer(3)] as const,
    );
    const columns = readColumns(
      fileOf(`a,b,g\n${rows.map((row) => row.join(',')).join('\n')}\n`),
      ['a', 'b'],
      ['g'],
    );
    // Slow definition: a minimised, b maximised; `groups` compares within a group only.
    const kept = (groups: boolean) =>
      rows.flatMap(([a, b, g], i) =>
        rows.some(([c, d, h]) => (!groups || g === h) && c <= a && d >= b && (c < a || d > b)) ? [] : [i],
      );
    expect([...frontOfFile(columns, [false, true])]).toEqual(kept(false));
    expect([...frontsByGroup(columns, [false, true])]).toEqual(kept(true));
  });

  it('filters a million rows in three objectives in little time and memory', () => {
    const bench = JSON.parse(
      execFileSync(
        process.execPath,
        [join(import.meta.dirname, '..', '..', 'bin', 'run.js'), 'bench', 'front', '--json'],
        { encoding: 'utf8' },
      ),
    ) as { readonly rows: number; readonly seconds: number; readonly peakMemoryMiB: number };
    expect(bench.rows).toBe(1_000_000);
    // 3 s on two busy cores; three times that for a slower machine.
    expect(bench.seconds).toBeLessThan(10);
    expect(bench.peakMemoryMiB).toBeLessThan(400);
  }, 60_000);

  it('reads random bytes as finite numbers, or refuses them for an open quotation mark', () => {
    const random = randomStream('1', 'bytes for a reader');
    const outcomes = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const file = fileOf('');
      const bytes = Buffer.from(Array.from({ length: 500 }, () => random.integer(256)));
      writeFileSync(file, Buffer.concat([Buffer.from('a,b\n'), bytes]));
      outcomes.add(outcomeOf(file));
    }
    expect([...outcomes].sort()).toEqual(['CSV_UNREADABLE', 'finite']);
  });
});

function outcomeOf(file: string): string {
  try {
    return readColumns(file, ['a'], ['b']).numbers.every(Number.isFinite) ? 'finite' : 'not finite';
  } catch (error) {
    return error instanceof BitfrontError ? error.code : String(error);
  }
}
