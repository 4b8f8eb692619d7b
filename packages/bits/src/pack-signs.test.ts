import { expect, test } from 'vitest';
import { invertRow } from './invert-row.ts';
import { packSigns } from './pack-signs.ts';
import { getBit, packedWords } from './packed-bits.ts';
import { popcount } from './popcount.ts';
import { unpackSigns } from './unpack-signs.ts';

const wave = (length: number) => Float64Array.from({ length }, (_, index) => ((index * 7919) % 11) - 5);

test('the least significant bit comes first and both zeros are +1', () => {
  const bits = packSigns([1, -1, 0, -0, -2, 3], 2, 3);
  expect([...bits.words]).toEqual([0b101, 0b101]);
  expect([...unpackSigns(bits)]).toEqual([1, -1, 1, 1, -1, 1]);
});

test.each([1, 3, 31, 32, 33, 64, 95, 784])('%i columns survive packing, with zero padding', (columns) => {
  const values = wave(3 * columns);
  const bits = packSigns(values, 3, columns);
  expect(bits.words.length).toBe(3 * packedWords(columns));
  expect([...unpackSigns(bits)]).toEqual([...values].map((value) => (value >= 0 ? 1 : -1)));
  const ones = [...values].filter((value) => value >= 0).length;
  expect(bits.words.reduce((sum, word) => sum + popcount(word), 0)).toBe(ones);
});

test.each([5, 32, 37, 64])(
  'inverting a row of %i columns negates it, leaves the others and the padding',
  (columns) => {
    const bits = packSigns(wave(3 * columns), 3, columns);
    const before = unpackSigns(bits);
    invertRow(bits, 1);
    const after = unpackSigns(bits);
    expect([...after]).toEqual(
      [...before].map((sign, index) => (Math.floor(index / columns) === 1 ? -sign : sign)),
    );
    const ones = [...after].filter((sign) => sign === 1).length;
    expect(bits.words.reduce((sum, word) => sum + popcount(word), 0)).toBe(ones);
  },
);

test('popcount agrees with counting digits', () => {
  for (const word of [0, 1, 0x8000_0000, 0xffff_ffff, 0xaaaa_5555, 0x0102_0408, 0xdead_beef])
    expect(popcount(word | 0)).toBe([...word.toString(2)].filter((digit) => digit === '1').length);
});

test('wrong sizes, NaN and places outside are refused', () => {
  expect(() => packSigns([1, 2, 3], 2, 2)).toThrow('It takes 4 values');
  expect(() => packSigns([1, Number.NaN], 1, 2)).toThrow('row 0, column 1 is not a number');
  const bits = packSigns([1, 1], 1, 2);
  for (const [row, column] of [
    [0, 2],
    [1, 0],
    [-1, 0],
    [0, -1],
  ] as const)
    expect(() => getBit(bits, row, column)).toThrow('does not exist');
});
