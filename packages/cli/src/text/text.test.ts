import { describe, expect, it } from 'vitest';
import { bytesText, parseBytes } from './bytes-text.ts';
import { durationText } from './duration-text.ts';
import { numberText, percentText } from './number-text.ts';
import { secondsOf } from './seconds-of.ts';
import { storeText } from './store-text.ts';
import { tableText } from './table.ts';

describe('texts for people', () => {
  it.each([
    [0, '0'],
    [0.012345, '0.01235'],
    [999.96, '1000'],
    [123456.7, '123,457'],
    [-5.5, '-5.5'],
    [2.5e9, '2.500e+9'],
    [1.5e-7, '1.500e-7'],
  ])('writes %d as %s', (value, text) => expect(numberText(value)).toBe(text));

  it('writes fractions in percent', () => expect(percentText(0.02134)).toBe('2.13 %'));

  it.each([
    [0.42, '0.4 s'],
    [42.4, '42 s'],
    [185, '3:05'],
    [7805, '2:10:05'],
  ])('writes %d seconds as %s', (seconds, text) => expect(durationText(seconds)).toBe(text));

  it.each([
    ['0', 0],
    ['500MB', 500e6],
    ['1.5 gb', 1.5e9],
    ['12 B', 12],
  ])('reads the size %s', (text, bytes) => expect(parseBytes(text)).toBe(bytes));

  it.each(['', 'MB', '-1GB', '5 XB', '1e3'])('refuses the size %j', (text) =>
    expect(() => parseBytes(text)).toThrow(expect.objectContaining({ code: 'SIZE_INVALID' })),
  );

  it.each([
    [{ entries: 0, checkpoints: 0, bytes: 0 }, '0 artifacts, 0 B'],
    [{ entries: 1, checkpoints: 0, bytes: 10 }, '1 artifact, 10 B'],
    [{ entries: 1200, checkpoints: 1, bytes: 5e6 }, '1,200 artifacts and 1 checkpoint, 5.0 MB'],
    [{ entries: 0, checkpoints: 2, bytes: 1 }, '0 artifacts and 2 checkpoints, 1 B'],
  ])('says what a store holds: %j', (info, text) => expect(storeText(info)).toBe(text));

  it('writes bytes in powers of 1000', () => {
    expect([bytesText(999), bytesText(1500), bytesText(2.34e9)]).toEqual(['999 B', '1.5 KB', '2.3 GB']);
  });

  it.each(['', '0', '-1', 'ten', 'Infinity'])('refuses a time-out of %j', (text) =>
    expect(() => secondsOf(text)).toThrow(expect.objectContaining({ code: 'COMMAND_USAGE_WRONG' })),
  );

  it('aligns numbers right and words left', () => {
    const rows = [
      ['sram', '1,200'],
      ['mram', '7'],
    ];
    expect(tableText(rows, ['device', 'area']).split('\n')).toEqual([
      'device   area',
      '──────  ─────',
      'sram    1,200',
      'mram        7',
    ]);
  });
});
