import type { AnyStage, Parameter, ParameterValue } from '@bitfront/core';
import { exp, log, randomStream } from '@bitfront/math';
import { namesOf, rangeOf } from '../plugin/parameter-range.ts';

export type Given = Readonly<Record<string, ParameterValue>>;

/**
 * Parameters spread over the declared ranges: the two corners, then a Halton sequence shifted by the seed (Cranley and
 * Patterson, SIAM J. Numer. Anal. 13 (1976) 904). Ranges of more than two decades are covered logarithmically by every
 * second sample. `fixed` values are kept.
 */
export function deviceSamples(device: AnyStage, count: number, seed: string, fixed: Given): readonly Given[] {
  const open = Object.entries(device.parameters as Readonly<Record<string, Parameter<ParameterValue>>>);
  const swept = open.filter(([name]) => !Object.hasOwn(fixed, name));
  const shifts = swept.map(([name]) => randomStream(seed, 'testkit', name).uniform());
  return Array.from({ length: count }, (_, index) => {
    const values = swept.map(([name, parameter], dimension) => {
      const spread =
        (radicalInverse(index, primes[dimension % primes.length] ?? 2) + (shifts[dimension] ?? 0)) % 1;
      const position = index === 0 ? 0 : index === 1 ? 1 : spread;
      return [name, valueAt(parameter, position, index % 4 >= 2)] as const;
    });
    return { ...Object.fromEntries(values), ...fixed };
  });
}

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

/** Digits of the index in a base, mirrored at the point. */
function radicalInverse(index: number, base: number): number {
  let result = 0;
  for (let rest = index, weight = 1 / base; rest > 0; rest = Math.floor(rest / base), weight /= base)
    result += weight * (rest % base);
  return result;
}

function valueAt(
  parameter: Parameter<ParameterValue>,
  position: number,
  logarithmic: boolean,
): ParameterValue {
  const names = namesOf(parameter);
  if (names.length > 0) return names[Math.min(names.length - 1, Math.floor(position * names.length))] ?? '';
  if (parameter.kind === 'flag') return position >= 0.5;
  const range = rangeOf(parameter);
  if (range === undefined) return parameter.default ?? '';
  const { min, max } = range;
  const wide = min > 0 && max / min > 100;
  const value = wide && logarithmic ? min * exp(position * log(max / min)) : min + position * (max - min);
  const inside = Math.min(max, Math.max(min, value));
  return parameter.kind === 'integer' ? Math.round(inside) : inside;
}
