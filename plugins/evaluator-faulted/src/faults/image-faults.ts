import type { ActivityMeter } from '@bitfront/evaluation';
import type { FlipProbabilities, PackedBits } from '@bitfront/core';
import type { BitMatrix } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import type { ImageFaults } from '../network/errors-of-split.ts';
import type { LoadedNetwork } from '../network/loaded-network.ts';
import { turnDensely } from './dense-flips.ts';
import type { FaultModel } from './fault-model.ts';
import { sparseFlips, turnOver } from './sparse-flips.ts';

export interface ImageFaultOptions {
  readonly random: (layer: number, image: number) => RandomStream;
  /** Reads the weights as the first image meets them. */
  readonly meter?: ActivityMeter;
}

/** Draws the wrong bits of each image and puts them into the loaded weights, which hold the stored ones. */
export function openImageFaults(
  { kernels, weights }: LoadedNetwork,
  stored: readonly PackedBits[],
  { layers }: FaultModel,
  { random, meter }: ImageFaultOptions,
): ImageFaults {
  const clean = weights.map(({ view }) => view.slice());
  return {
    begin(image) {
      for (const [layer, bits] of stored.entries())
        turnWrong(
          bits,
          layers[layer] as FlipProbabilities,
          random(layer, image),
          weights[layer] as BitMatrix,
        );
      if (image === 0) meter?.readWeights(kernels, weights);
    },
    end() {
      for (const [layer, words] of clean.entries()) weights[layer]?.view.set(words);
    },
  };
}

/** Turns over the bits that are read wrongly; `target` holds the stored ones. */
export function turnWrong(
  stored: PackedBits,
  faults: FlipProbabilities,
  stream: RandomStream,
  target: BitMatrix,
): void {
  const { plusToMinus, minusToPlus } = faults;
  const larger = Math.max(plusToMinus, minusToPlus);
  if (larger < denseFrom || larger === 1) turnOver(target, sparseFlips(stored, faults, stream));
  else turnDensely(stored, faults, stream, target);
}

/** From here on drawing for every word takes less time than leaping from flip to flip. */
const denseFrom = 1 / 64;
