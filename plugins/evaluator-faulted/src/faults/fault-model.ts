import type { FlipProbabilities } from '@bitfront/core';

/** When the wrong bits of a network are drawn anew. */
export const redrawings = ['programming', 'inference', 'once'] as const;

/**
 * - `programming`: at every repeat; all images of a repeat meet the same wrong bits, as after writing the network once;
 * - `inference`: for every image, as when reads fail: each image and repeat has wrong bits of its own, the same at all
 *   positions and in all presentations of the image;
 * - `once`: the wrong bits of the first repeat stay for all repeats, as defects do that no programming mends.
 */
export type Redrawing = (typeof redrawings)[number];

export interface FaultModel {
  readonly redraw: Redrawing;
  /** One entry per layer. */
  readonly layers: readonly FlipProbabilities[];
}

export function isFaultless({ layers }: FaultModel): boolean {
  return layers.every(({ plusToMinus, minusToPlus }) => plusToMinus === 0 && minusToPlus === 0);
}

/** The repeat whose draws a repeat meets. */
export function drawsOf({ redraw }: FaultModel, repeat: number): number {
  return redraw === 'once' ? 0 : repeat;
}
