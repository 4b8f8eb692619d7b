import { describe, expect, it } from 'vitest';
import { quantity } from './quantity.ts';

describe('quantity', () => {
  const resistanceKohm = quantity('kΩ', 1, 1000, 'median low resistance');

  it.each([1, 1000, 17.5])('accepts %s, both ends included', (value) => {
    expect(resistanceKohm.check(value)).toBeUndefined();
  });

  it.each([0.999999, 1000.000001, -1])('refuses %s with its range and unit', (value) => {
    expect(resistanceKohm.check(value)).toBe('The range of validity is 1 to 1000 kΩ.');
  });

  it.each([Number.NaN, Infinity, -Infinity, '5', null, undefined, true, [5]])(
    'refuses %s as no number',
    (value) => {
      expect(resistanceKohm.check(value)).toBe('It must be a finite number.');
    },
  );

  it('says its range in words, without a unit for pure numbers', () => {
    expect(resistanceKohm.expected).toBe('a number from 1 to 1000 kΩ');
    const probability = quantity('1', 0, 1, 'flip probability');
    expect(probability.expected).toBe('a number from 0 to 1');
    expect(probability.check(2)).toBe('The range of validity is 0 to 1.');
  });

  it('keeps a default together with where it comes from, and has neither otherwise', () => {
    const provenance = { cite: 'Table 1', how: 'measured' } as const;
    const cited = quantity('V', 0, 2, 'supply', { default: 0.9, provenance });
    expect([cited.default, cited.provenance]).toEqual([0.9, provenance]);
    expect(resistanceKohm).not.toHaveProperty('default');
    expect(resistanceKohm).not.toHaveProperty('provenance');
  });
});
