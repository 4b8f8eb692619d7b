import { type Axis, interval, linear, list, logarithmic, paired, powersOfTwo } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { axisValues, isAxis } from './axis-values.ts';

const values = (axis: Axis) => axisValues('device-x', 'flip', axis);
const refusal = (reason: string) =>
  expect.objectContaining({
    code: 'PIPELINE_AXIS_INVALID',
    what: '[device-x] The axis of "flip" is not usable.',
    why: expect.stringContaining(reason),
  });

describe('axisValues', () => {
  it.each([
    [list('a', 'b'), ['a', 'b']],
    [list([512, 512], [256]), [[512, 512], [256]]],
    [linear(0, 1, 5), [0, 0.25, 0.5, 0.75, 1]],
    [linear(10, -10, 3), [10, 0, -10]],
    [linear(3, 3, 1), [3]],
    [powersOfTwo(16, 128), [16, 32, 64, 128]],
    [powersOfTwo(0.25, 3), [0.25, 0.5, 1, 2]],
    [powersOfTwo(5, 5), [5]],
    [paired('size', linear(1, 2, 2)), [1, 2]],
  ] as const)('%j is %j', (axis, expected) => expect(values(axis)).toEqual(expected));

  it('has equal ratios on a logarithmic axis, and both ends exactly', () => {
    const decades = values(logarithmic(1e-6, 1e-2, 5)) as readonly number[];
    expect([decades[0], decades.at(-1)]).toEqual([1e-6, 1e-2]);
    for (const [index, value] of decades.entries())
      expect(value / [1e-6, 1e-5, 1e-4, 1e-3, 1e-2][index]!).toBeCloseTo(1, 14);
    expect(values(logarithmic(0.3, 0.7, 4))?.at(-1)).toBe(0.7);
  });

  it('reaches the last value exactly for many ends and counts', () => {
    for (let count = 2; count < 60; count++)
      for (const to of [0.1, 0.7, 1 / 3, 1e-9, 12345.678]) {
        expect(values(linear(-0.3, to, count))?.at(-1)).toBe(to);
        expect(values(linear(-0.3, to, count))).toHaveLength(count);
      }
  });

  it('leaves an interval to samplers', () => expect(values(interval(0, 1))).toBeUndefined());

  it.each([
    [list(), 'The list is empty.'],
    [linear(0, 1, 2.5), 'The count must be a whole number'],
    [linear(0, 1, 0), 'The count must be a whole number'],
    [linear(0, 1, 1e7 + 1), 'The count must be a whole number from 1 to 10000000.'],
    [{ axis: 'linear', from: 0, to: 1 } as Axis, 'The count must be a whole number'],
    [linear(0, 1, 1), 'One value cannot reach'],
    [linear(0, Infinity, 3), 'Its ends must be finite numbers.'],
    [interval(Number.NaN, 1), 'Its ends must be finite numbers.'],
    [logarithmic(0, 1, 3), 'A logarithmic axis needs positive ends.'],
    [logarithmic(1, -1, 3), 'A logarithmic axis needs positive ends.'],
    [powersOfTwo(0, 8), 'It needs 0 < from <= to.'],
    [powersOfTwo(16, 8), 'It needs 0 < from <= to.'],
  ])('refuses %j: %s', (axis, reason) => expect(() => values(axis as Axis)).toThrow(refusal(reason)));
});

describe('isAxis', () => {
  it('tells axes from the values of a parameter', () => {
    expect([list(1), interval(0, 1)].map(isAxis)).toEqual([true, true]);
    expect([1, 'axis', true, ['axis'], [1], null, undefined, {}].map(isAxis)).not.toContain(true);
  });
});
