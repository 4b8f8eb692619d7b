import type { TrainingView } from '@bitfront/core';
import type { RandomStream } from '@bitfront/math';

/** One presentation of an example to layer 1: counts c of 0 … top, standing for the inputs x = 2 · c / top − 1. */
export interface InputModel {
  readonly top: number;
  /** Writes the counts of the example at `offset`; draws from the stream only where the input is stochastic. */
  counts(values: Uint8Array, offset: number, stream: RandomStream, target: Uint16Array): void;
}

/** Grey levels as they are (top = maxValue), or the number of +1 among fresh Bernoulli draws (top = draws). */
export function inputModel(view: TrainingView, maxValue: number): InputModel {
  return view.kind === 'grey' ? grey(maxValue) : stochastic(view.draws, maxValue);
}

function grey(maxValue: number): InputModel {
  return {
    top: maxValue,
    counts(values, offset, _stream, target) {
      target.set(values.subarray(offset, offset + target.length));
    },
  };
}

function stochastic(draws: number, maxValue: number): InputModel {
  // A word below this limit is a +1: the probability value / maxValue, within 2^-32.
  const limits = Float64Array.from({ length: 256 }, (_, value) =>
    Math.round((4_294_967_296 * value) / maxValue),
  );
  return {
    top: draws,
    counts(values, offset, stream, target) {
      for (let index = 0; index < target.length; index++) {
        const value = values[offset + index] ?? 0;
        // Black and white pixels are certain and cost no random number.
        if (value === 0) target[index] = 0;
        else if (value >= maxValue) target[index] = draws;
        else target[index] = ones(limits[value] ?? 0, draws, stream);
      }
    },
  };
}

function ones(limit: number, draws: number, stream: RandomStream): number {
  let count = 0;
  for (let draw = 0; draw < draws; draw++) if (stream.uint32() < limit) count++;
  return count;
}
