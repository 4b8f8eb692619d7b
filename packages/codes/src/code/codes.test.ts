import { describe, expect, it } from 'vitest';
import { rowWeights } from './linear-code.ts';
import { onesOf } from './ones-of.ts';
import { secCode } from './sec-code.ts';
import { secdedCode } from './secded-code.ts';

const sizes = [...Array.from({ length: 130 }, (_, i) => i + 1), 247, 248, 502, 503, 1013, 1024, 2036, 4096];

describe('codes of any number of data bits', () => {
  it.each([
    ['sec', secCode, (r: number) => 2 ** r - r - 1],
    ['secded', secdedCode, (r: number) => 2 ** (r - 1) - r],
  ] as const)(
    '%s has different columns, none of them 0, and as few check bits as possible',
    (_, make, most) => {
      for (const dataBits of sizes) {
        const { columns, checkBits, codeBits } = make(dataBits);
        expect(new Set(columns).size).toBe(dataBits + checkBits);
        expect(columns).toHaveLength(codeBits);
        expect(columns.every((column) => column > 0 && column < 2 ** checkBits)).toBe(true);
        expect(columns.slice(dataBits)).toEqual(Array.from({ length: checkBits }, (_, row) => 2 ** row));
        expect(most(checkBits)).toBeGreaterThanOrEqual(dataBits);
        expect(most(checkBits - 1)).toBeLessThan(dataBits);
      }
    },
  );
  it('has the check bits of the textbooks', () => {
    expect([1, 4, 11, 26, 57, 64, 120, 128].map((bits) => secCode(bits).checkBits)).toEqual([
      2, 3, 4, 5, 6, 7, 7, 8,
    ]);
    expect([1, 4, 8, 16, 32, 64, 128].map((bits) => secdedCode(bits).name)).toEqual([
      'secded(4,1)',
      'secded(8,4)',
      'secded(13,8)',
      'secded(22,16)',
      'secded(39,32)',
      'secded(72,64)',
      'secded(137,128)',
    ]);
  });
  it('is Hamming(7,4) and extended Hamming(8,4) with four data bits', () => {
    expect(secCode(4).columns).toEqual([3, 5, 6, 7, 1, 2, 4]);
    expect(secdedCode(4).columns).toEqual([7, 11, 13, 14, 1, 2, 4, 8]);
  });
  it('takes odd weights only, lowest first, and spreads them over the rows', () => {
    for (const dataBits of sizes) {
      const weights = secdedCode(dataBits).columns.slice(0, dataBits).map(onesOf);
      expect(weights.every((weight) => weight % 2 === 1 && weight >= 3)).toBe(true);
      expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    }
    // 56 columns of weight 3 and 8 of weight 5 over 8 rows: 21 + 5 + 1 each.
    expect(rowWeights(secdedCode(64))).toEqual(new Array(8).fill(27));
  });
  it.each([0, -1, 1.5, Number.NaN, 4097])('refuses %s data bits', (dataBits) => {
    expect(() => secCode(dataBits)).toThrow(/sec code cannot have dataBits/);
    expect(() => secdedCode(dataBits)).toThrow(/secded code cannot have dataBits/);
  });
});

it('counts ones as counting one by one does', () => {
  for (const value of [0, 1, 2, 3, 255, 4095, 0x55555555, 0x7fffffff, 123456789])
    expect(onesOf(value)).toBe(value.toString(2).replaceAll('0', '').length);
});
