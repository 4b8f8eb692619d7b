import type { FlipProbabilities, PackedBits } from '@bitfront/core';
import type { Kernels, WeightFlips } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import { drawFaults, type FaultDraws } from '../faults/fault-draws.ts';
import { toggleWeights, type WeightToggles } from '../faults/weight-toggles.ts';
import type { LayerFlips, LevelStep } from './move-block.ts';
import type { RepeatState } from './repeat-state.ts';

/** The draws of a layer, drawn again where they do not reach up to these probabilities. */
export function drawsUpTo(
  { draws }: RepeatState,
  layer: number,
  { rows, columns }: PackedBits,
  random: RandomStream,
  { plusToMinus, minusToPlus }: FlipProbabilities,
): FaultDraws {
  const largest = Math.max(plusToMinus, minusToPlus);
  const known = draws[layer];
  if (known !== undefined && largest <= known.below) return known;
  // Twice as far, so that a rising sweep draws a few times only.
  const made = drawFaults(rows, columns, random, Math.min(1, Math.max(usualLargest, 2 * largest)));
  draws[layer] = made;
  return made;
}

const usualLargest = 0.125;

/** Flips the weights, keeps those before, and writes the flips for the kernels, at the end of the arena. */
export function moveWeights(
  { loaded, weightsBefore }: RepeatState,
  toggles: readonly WeightToggles[],
  anew: boolean,
): LevelStep {
  const { kernels, weights } = loaded;
  const layers = weights.map((matrix, index): LayerFlips => {
    const moved = toggles[index] ?? { count: 0, starts: new Int32Array(), inputs: new Int32Array() };
    const before = weightsBefore[index];
    if (before !== undefined && !anew) kernels.transposeBits(matrix, before);
    toggleWeights(matrix, moved);
    const { starts, count } = moved;
    const neurons = Array.from({ length: matrix.rows }, (_, neuron) => neuron).filter(
      (neuron) => starts[2 * neuron] !== starts[2 * neuron + 2],
    );
    const none = writeFlips(kernels, new Int32Array(2 * matrix.rows + 1), new Int32Array());
    return { count, neurons, none, flips: count === 0 ? none : writeFlips(kernels, starts, moved.inputs) };
  });
  return { anew, layers };
}

function writeFlips({ arena }: Kernels, starts: Int32Array, inputs: Int32Array): WeightFlips {
  const flips = { starts: arena.i32(1, starts.length), inputs: arena.i32(1, Math.max(1, inputs.length)) };
  flips.starts.view.set(starts);
  flips.inputs.view.set(inputs);
  return flips;
}
