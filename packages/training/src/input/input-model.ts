import type { TrainingView } from '@bitfront/core';
import type { RandomStream } from '@bitfront/math';

/** One presentation of an example to layer 1: counts c of 0 … top, standing for the inputs x = 2 · c / top − 1. */
export interface InputModel {
  readonly top: number;
  /** Writes the counts of the example at `offset`; draws from the stream only where the input is stochastic. */
  counts(
    values: Uint8Array,
    offset: number,
    stream: RandomStream,
    target: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>,
  ): void;
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
  // Words are fetched in bulk: one by one, most of them would be boxed.
  const words = new Uint32Array(4096);
  let uncertain = new Uint32Array(0);
  return {
    top: draws,
    counts(values, offset, stream, target) {
      if (uncertain.length < target.length) uncertain = new Uint32Array(target.length);
      const length = target.length;
      const slots = uncertain;
      const quads = fours(values, offset, length);
      let found = 0;
      target.fill(0);
      // Black and white pixels are certain and cost no random number.
      for (let index = 0; index < length; index++) {
        if ((index & 3) === 0 && quads !== undefined && quads[index >> 2] === 0) {
          index += 3;
          continue;
        }
        const value = values[offset + index] as number;
        if (value === 0) continue;
        if (value >= maxValue) target[index] = draws;
        else slots[found++] = index;
      }
      let missing = found * draws;
      let next = words.length;
      for (let pixel = 0; pixel < found; pixel++) {
        const index = slots[pixel] as number;
        const limit = limits[values[offset + index] as number] as number;
        let count = 0;
        for (let draw = 0; draw < draws; draw++) {
          if (next === words.length) {
            // Aligned to the end, so that none is fetched in vain.
            next = Math.max(0, words.length - missing);
            stream.fillUint32(words.subarray(next));
            missing -= words.length - next;
          }
          if ((words[next++] as number) < limit) count++;
        }
        target[index] = count;
      }
    },
  };
}

/** Four bytes at a time, where they lie so: most pixels are black and are skipped together. */
function fours(values: Uint8Array, offset: number, length: number): Int32Array | undefined {
  const start = values.byteOffset + offset;
  return start % 4 === 0 && length % 4 === 0 ? new Int32Array(values.buffer, start, length / 4) : undefined;
}
