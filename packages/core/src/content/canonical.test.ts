import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';

describe('canonical', () => {
  it('sorts keys at every level and leaves out undefined properties', () => {
    expect(canonical({ b: { d: 1, c: undefined, a: [2, { z: 0, y: 0 }] }, a: 'x' })).toBe(
      '{"a":"x","b":{"a":[2,{"y":0,"z":0}],"d":1}}',
    );
  });

  it('is the same for equal data, whatever the order in which it was built', () => {
    const names = ['nodeNm', 'supplyV', 'readEnergyFj', 'β', 'constructor', '10', '9'];
    const forward = Object.fromEntries(names.map((name, index) => [name, index]));
    const backward = Object.fromEntries(names.map((name, index) => [name, index] as const).reverse());
    expect(canonical(backward)).toBe(canonical(forward));
  });

  it('keeps the order of lists', () => expect(canonical([3, 1, 2])).not.toBe(canonical([1, 2, 3])));

  it.each([
    [0.1 + 0.2, '0.30000000000000004'],
    [1e21, '1e+21'],
    [5e-324, '5e-324'],
    [0, '0'],
    [-0, '-0'],
    [null, 'null'],
    [true, 'true'],
    ['µ"\n', '"µ\\"\\n"'],
    [undefined, 'null'],
  ])('writes %s as %s', (value, text) => expect(canonical(value)).toBe(text));

  it('is JSON for finite data: reading it gives the data back', () => {
    const data = { a: [1, -2.5e-7, 'x', false, null], b: { c: '' } };
    expect(JSON.parse(canonical(data))).toEqual(data);
  });

  it('tells apart what JSON would write alike', () => {
    const texts = [Number.NaN, Infinity, -Infinity, null, 0, -0, '', 'null', 'NaN', []].map((value) =>
      canonical({ value }),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});
