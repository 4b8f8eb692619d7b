import type { Examples } from '@bitfront/core';
import type { ActivityMeter } from '../activity/activity-meter.ts';
import type { Feeder } from '../input/feeder.ts';
import { type Block, openBlock, runBlock } from './block.ts';
import { classesOf } from './classes-of.ts';
import type { LoadedNetwork } from './loaded-network.ts';

/** Presentations per block: dot products of 512 neurons then fit the second-level cache. */
const rowsPerBlock = 512;

export interface SplitOptions {
  readonly signal: AbortSignal;
  /** Told after each block how many images are done. */
  readonly onImages: (count: number) => void;
  readonly meter?: ActivityMeter;
}

/** The number of images of a split that are put into a wrong class. */
export function errorsOfSplit(
  loaded: LoadedNetwork,
  feeder: Feeder,
  examples: Examples,
  { signal, onImages, meter }: SplitOptions,
): number {
  const { arena } = loaded.kernels;
  const imagesPerBlock = Math.max(1, Math.floor(rowsPerBlock / feeder.rowsPerImage));
  const mark = arena.mark();
  let block: Block | undefined;
  let wrong = 0;
  for (let from = 0; from < examples.count; from += imagesPerBlock) {
    signal.throwIfAborted();
    const images = Math.min(imagesPerBlock, examples.count - from);
    if (block?.rows !== images * feeder.rowsPerImage) {
      arena.release(mark);
      block = openBlock(loaded, feeder, images * feeder.rowsPerImage);
    }
    if (feeder.kind === 'integers' && block.integers !== undefined)
      feeder.fill(block.integers, examples, from);
    if (feeder.kind === 'bits' && block.bits !== undefined) feeder.fill(block.bits, examples, from);
    runBlock(loaded, block);
    meter?.readBlock(block);
    const classes = classesOf(loaded, block, feeder);
    for (let image = 0; image < images; image++)
      if (classes[image] !== examples.labels[from + image]) wrong++;
    onImages(from + images);
  }
  arena.release(mark);
  return wrong;
}
