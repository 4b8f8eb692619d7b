import type { NpyArray } from '@bitfront/npy';
import { refuse } from './refuse.ts';

/** The arrays of one layer by their names behind `layer{i}.`, read with the checks that all of them share. */
export interface LayerArrays {
  /** The array, or nothing. */
  optional(part: string): NpyArray | undefined;
  /** @throws NETWORK_FILE_INVALID where it is missing */
  needed(part: string): NpyArray;
  /** `count` whole numbers of at least `least`, or nothing. @throws NETWORK_FILE_INVALID */
  sizes(part: string, count: number, least: number): readonly number[] | undefined;
  /** @throws NETWORK_FILE_INVALID */
  refuse(part: string, problem: string): never;
}

export function layerArrays(
  arrays: Readonly<Record<string, NpyArray>>,
  index: number,
  file: string,
): LayerArrays {
  const nameOf = (part: string): string => `layer${index}.${part}`;
  const refused = (part: string, problem: string): never => refuse(file, nameOf(part), problem);
  const optional = (part: string): NpyArray | undefined => arrays[nameOf(part)];
  return {
    optional,
    needed: (part) => optional(part) ?? refused(part, 'is missing'),
    refuse: refused,
    sizes(part, count, least) {
      const array = optional(part);
      if (array === undefined) return undefined;
      const values = Array.from(array.data as ArrayLike<number | bigint>, Number);
      if (array.shape.length !== 1 || values.length !== count)
        refused(part, `has the shape (${array.shape.join(', ')}) instead of (${count})`);
      const wrong = values.find((value) => !Number.isSafeInteger(value) || value < least);
      if (wrong !== undefined) refused(part, `holds ${wrong}, which is no whole number of at least ${least}`);
      return values;
    },
  };
}

/** All values as float32. @throws NETWORK_FILE_INVALID for NaN and infinities */
export function finiteValues(array: NpyArray, part: string, layer: LayerArrays): Float32Array {
  const values = Float32Array.from(array.data as ArrayLike<number | bigint>, Number);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) layer.refuse(part, `holds ${values[wrong]} at place ${wrong}`);
  return values;
}
