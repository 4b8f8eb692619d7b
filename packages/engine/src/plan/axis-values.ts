import type { Axis, ParameterValue } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { pow } from '@bitfront/math';

/** Axes longer than this are a mistake in a plan, not a study. */
const longestAxis = 1e7;

/** True for the plain object that stands for an axis, in contrast to a parameter's value. */
export function isAxis(value: unknown): value is Axis {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'axis' in value;
}

/**
 * The values of an axis; undefined for an interval, which only samplers can draw from.
 * @throws PIPELINE_AXIS_INVALID
 */
export function axisValues(
  plugin: string,
  parameter: string,
  axis: Axis,
): readonly ParameterValue[] | undefined {
  const refuse = (reason: string) => bitfrontError('PIPELINE_AXIS_INVALID', { plugin, parameter, reason });
  if (axis.axis === 'list') {
    if (axis.values.length === 0) throw refuse('The list is empty.');
    return axis.values as readonly ParameterValue[];
  }
  const { from, to, count } = axis;
  if (!Number.isFinite(from) || !Number.isFinite(to)) throw refuse('Its ends must be finite numbers.');
  if (axis.axis === 'interval') return undefined;
  if (axis.axis === 'powers-of-two') return powersOfTwo(from, to, refuse);
  if (count === undefined || !Number.isInteger(count) || count < 1 || count > longestAxis)
    throw refuse(`The count must be a whole number from 1 to ${longestAxis}.`);
  if (count === 1 && from !== to) throw refuse('One value cannot reach from one end to the other.');
  if (axis.axis === 'linear')
    return spread(count, from, to, (index) => from + ((to - from) * index) / (count - 1));
  if (from <= 0 || to <= 0) throw refuse('A logarithmic axis needs positive ends.');
  return spread(count, from, to, (index) => from * pow(to / from, index / (count - 1)));
}

/** Both ends exactly as given, whatever rounding does in between. */
function spread(count: number, from: number, to: number, at: (index: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return from;
    return index === count - 1 ? to : at(index);
  });
}

function powersOfTwo(from: number, to: number, refuse: (reason: string) => Error): readonly number[] {
  if (from <= 0 || to < from) throw refuse('It needs 0 < from <= to.');
  const values: number[] = [];
  for (let value = from; value <= to; value *= 2) values.push(value);
  return values;
}
