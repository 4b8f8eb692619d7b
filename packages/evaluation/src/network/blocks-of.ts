import type { LayerShape } from '@bitfront/core';
import { convolutionLanes, lanesFor } from '@bitfront/inference';

/** Images that go through the network together. */
export interface ImageBlock {
  readonly from: number;
  readonly images: number;
  readonly lanes: number;
}

/** Presentations per block: dot products of 512 neurons then fit the second-level cache. */
const lanesPerBlock = 512;

/** Cuts a split into blocks, of `mostImages` at the most. */
export function blocksOf(
  layers: readonly LayerShape[],
  count: number,
  lanesPerImage: number,
  mostImages = Number.POSITIVE_INFINITY,
): readonly ImageBlock[] {
  const most = layers.every(({ kind }) => kind === 'dense') ? lanesPerBlock : convolutionLanes;
  const step = Math.min(mostImages, Math.max(1, Math.floor(most / lanesPerImage)));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => {
    const from = index * step;
    const images = Math.min(step, count - from);
    return { from, images, lanes: lanesFor(layers, images * lanesPerImage) };
  });
}
