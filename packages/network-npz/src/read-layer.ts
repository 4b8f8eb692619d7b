import type { BatchNorm } from '@bitfront/core';
import type { NpyArray } from '@bitfront/npy';
import { refuse } from './refuse.ts';

/** A dense layer as it stands in the archive. */
export interface ReadLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** [outputs × inputs]. */
  readonly latent: Float32Array;
  readonly batchNorm: BatchNorm;
}

type Arrays = Readonly<Record<string, NpyArray>>;

/** The arrays of layer `index`, checked. */
export function readLayer(arrays: Arrays, index: number, file: string): ReadLayer {
  const find = (part: string): NpyArray =>
    arrays[`layer${index}.${part}`] ?? refuse(file, `layer${index}.${part}`, 'is missing');
  const weight = find('weight');
  const [outputs = 0, inputs = 0, ...more] = weight.shape;
  if (more.length > 0 || outputs < 1 || inputs < 1)
    refuse(
      file,
      `layer${index}.weight`,
      `has the shape (${weight.shape.join(', ')}) instead of (outputs, inputs)`,
    );
  const vector = (part: string): Float32Array => {
    const array = find(part);
    if (array.shape.length !== 1 || array.shape[0] !== outputs)
      refuse(
        file,
        `layer${index}.${part}`,
        `has the shape (${array.shape.join(', ')}) instead of (${outputs})`,
      );
    return finite(array, `layer${index}.${part}`, file);
  };
  const variance = vector('variance');
  const epsilon = epsilonOf(arrays[`layer${index}.epsilon`], `layer${index}.epsilon`, file);
  if (variance.some((value) => !(value + epsilon > 0) || value < 0))
    refuse(file, `layer${index}.variance`, 'holds a variance that is negative, or zero without an epsilon');
  return {
    inputs,
    outputs,
    latent: finite(weight, `layer${index}.weight`, file),
    batchNorm: { gamma: vector('gamma'), beta: vector('beta'), mean: vector('mean'), variance, epsilon },
  };
}

function finite(array: NpyArray, name: string, file: string): Float32Array {
  const values = Float32Array.from(array.data as ArrayLike<number | bigint>, Number);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) refuse(file, name, `holds ${values[wrong]} at place ${wrong}`);
  return values;
}

function epsilonOf(array: NpyArray | undefined, name: string, file: string): number {
  if (array === undefined) return 1e-5;
  const epsilon = Number(array.data[0]);
  if (array.data.length !== 1 || !(epsilon >= 0 && epsilon <= 1))
    refuse(file, name, 'is not one number from 0 to 1');
  return epsilon;
}
