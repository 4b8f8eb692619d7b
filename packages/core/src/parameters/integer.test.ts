import { describe, expect, it } from 'vitest';
import { integer } from './integer.ts';

describe('integer', () => {
  const rows = integer(1, 1024, 'array rows');

  it('accepts whole numbers of its range, both ends included, and nothing else in −3 … 1030', () => {
    for (let value = -3; value <= 1030; value++)
      expect(rows.check(value) === undefined, String(value)).toBe(value >= 1 && value <= 1024);
  });

  it.each([1.5, Number.NaN, Infinity, 2 ** 53, '3', null, [3], true])('refuses %s as not whole', (value) => {
    expect(rows.check(value)).toBe('It must be a whole number.');
  });

  it('says which range it has', () => {
    expect(rows.check(0)).toBe('It must lie between 1 and 1024.');
    expect(rows.expected).toBe('a whole number from 1 to 1024');
  });

  it('has a default only if one was given, 0 included', () => {
    expect(rows).not.toHaveProperty('default');
    expect(integer(0, 9, 'seed', 0).default).toBe(0);
  });
});
