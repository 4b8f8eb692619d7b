import {
  type ActivityMeter,
  blocksOf,
  classesOf,
  type Feeder,
  fillBlock,
  wrongImages,
} from '@bitfront/evaluation';
import type { Examples } from '@bitfront/core';
import type { LoadedNetwork } from './loaded-network.ts';
import { runLayers } from './run-layers.ts';

export interface SplitOptions {
  readonly signal: AbortSignal;
  /** Told after each block how many images are done. */
  readonly onImages: (count: number) => void;
  readonly meter?: ActivityMeter;
  /** Where every image meets wrong bits of its own: images then go through the network one by one. */
  readonly imageFaults?: ImageFaults;
}

/** Wrong bits of single images, in the weights of the loaded network. */
export interface ImageFaults {
  /** Puts in those of an image. */
  begin(image: number): void;
  /** Takes them out again. */
  end(): void;
}

/** The number of images of a split that are put into a wrong class. */
export function errorsOfSplit(
  loaded: LoadedNetwork,
  feeder: Feeder,
  examples: Examples,
  { signal, onImages, meter, imageFaults }: SplitOptions,
): number {
  const { kernels, layers } = loaded;
  const { lanesPerImage, vote } = feeder;
  const features = examples.values.length / examples.count;
  let wrong = 0;
  for (const block of blocksOf(layers, examples.count, lanesPerImage, imageFaults && 1)) {
    signal.throwIfAborted();
    imageFaults?.begin(block.from);
    const mark = kernels.arena.mark();
    const input = fillBlock(kernels, feeder, examples, { ...block, features });
    const { inputs, dots } = runLayers(loaded, input);
    if (feeder.kind !== 'bits') meter?.followPixels(feeder.record?.()?.lines);
    meter?.readBlock(kernels, inputs, block.images * lanesPerImage);
    wrong += wrongImages(
      classesOf({ ...loaded, lanesPerImage, vote }, dots, block.images),
      examples,
      block.from,
    );
    kernels.arena.release(mark);
    imageFaults?.end();
    onImages(block.from + block.images);
  }
  return wrong;
}
