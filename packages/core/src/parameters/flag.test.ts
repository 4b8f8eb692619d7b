import { describe, expect, it } from 'vitest';
import { flag } from './flag.ts';

describe('flag', () => {
  it('accepts true and false, and keeps a default of false', () => {
    const shuffled = flag('shuffle the images', false);
    expect([true, false].map(shuffled.check)).toEqual([undefined, undefined]);
    expect(shuffled.default).toBe(false);
  });

  it.each([0, 1, 'true', null, undefined, []])('refuses %s', (value) => {
    expect(flag('shuffle the images', true).check(value)).toBe('It must be true or false.');
  });
});
