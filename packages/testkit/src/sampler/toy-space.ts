import type { Point, Space } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/** A search that looks at more points than this is taken for endless. */
const patience = 1_000_000;

/**
 * A conditional space in miniature: a technology `a` of `first` operating points or `b` of `second`, each with
 * `sizes` array sizes. The rule, if there is one, leaves out points whose index it refuses.
 */
export function toySpace(
  first: number,
  second: number,
  sizes: number,
  rule = (_index: number): boolean => true,
): Space {
  const size = (first + second) * sizes;
  const indices = new Map<string, number>();
  const at = (index: number): Point => {
    const level = Math.floor(index / sizes);
    const device =
      level < first
        ? { plugin: 'a', parameters: { voltageV: level / 10 } }
        : { plugin: 'b', parameters: { pulseNs: level - first + 1 } };
    return { device, partitioner: { plugin: 'p', parameters: { arrayRows: 2 * ((index % sizes) + 1) } } };
  };
  for (let index = 0; index < size; index++) indices.set(JSON.stringify(at(index)), index);
  let looks = 0;
  return {
    size,
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index >= size)
        throw bitfrontError('CONTRACT_BROKEN', {
          plugin: 'sampler',
          check: 'asks only points of the space',
          problem: `it asked for index ${index} of ${size}.`,
        });
      return at(index);
    },
    allows(point) {
      looks += 1;
      if (looks > patience)
        throw bitfrontError('CONTRACT_BROKEN', {
          plugin: 'sampler',
          check: 'ends with done',
          problem: `it looked at ${patience} points and did not end.`,
        });
      const index = indices.get(JSON.stringify(point));
      return index !== undefined && rule(index);
    },
  };
}

/** Every point that the rules of a small space allow. */
export function allowedPoints(space: Space): readonly string[] {
  const points = Array.from({ length: space.size }, (_, index) => space.at(index));
  return points.filter((point) => space.allows(point)).map((point) => JSON.stringify(point));
}

/** A space with a real interval: it has no size and no points to list. */
export const endlessSpace: Space = {
  size: Number.POSITIVE_INFINITY,
  at: (index) => ({ device: { plugin: 'a', parameters: { voltageV: 1 / (1 + index) } } }),
  allows: () => true,
};
