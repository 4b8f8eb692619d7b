import { describe, expect, it } from 'vitest';
import { endurance } from './endurance.ts';
import { givenReference } from './given-reference.ts';
import { logGap } from './log-gap.ts';

describe('givenReference', () => {
  it('is the logarithm over the low median, between 0 and the gap', () => {
    expect(givenReference('device-x', 30, 10, 100)).toBeCloseTo(Math.log(3), 14);
    expect(givenReference('device-x', 10, 10, 100)).toBe(0);
    expect(givenReference('device-x', 100, 10, 100)).toBe(logGap('device-x', 10, 100));
  });

  it.each([0, 9.99, 101, Number.NaN])('refuses %f kΩ between 10 and 100 kΩ', (kohm) => {
    expect(() => givenReference('device-x', kohm, 10, 100)).toThrow(
      /\[device-x\] Parameter "referenceKohm" cannot be .* 10 to 100 kΩ/,
    );
  });
});

describe('logGap', () => {
  it.each([10, 5, Number.NaN])('refuses a high resistance of %f kΩ over a low one of 10 kΩ', (high) => {
    expect(() => logGap('device-x', 10, high)).toThrow(
      expect.objectContaining({ code: 'DEVICE_RESISTANCE_INVERTED' }),
    );
  });
});

describe('endurance', () => {
  it('leaves out what is not known', () => {
    expect(endurance(0)).toEqual({});
    expect(endurance(1e9)).toEqual({ enduranceCycles: 1e9 });
  });
});
