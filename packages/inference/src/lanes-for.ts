import type { LayerShape } from '@bitfront/bits';
import { bitBlock } from '@bitfront/kernels';

/** Lanes for a number of images: in networks with convolutions, pixels begin on whole vectors of bits. */
export function lanesFor(layers: readonly LayerShape[], images: number): number {
  return layers.every(({ kind }) => kind === 'dense') ? images : Math.ceil(images / bitBlock) * bitBlock;
}

/** Images that are best taken together through a network with convolutions, whose windows take much memory. */
export const convolutionLanes = bitBlock;
