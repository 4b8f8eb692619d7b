import { choice, defineStage, flag, integer } from '@bitfront/core';
import {
  mappingColumns,
  mappingParameters,
  mapSubImage,
  networkMapping,
  noRoom,
} from '@bitfront/crossbar-mapping';

/**
 * Crossbars see a square of s × s pixels and give all its o × o outputs in one read, o = ⌊(s − k) / stride⌋ + 1: formulas in
 * @bitfront/crossbar-mapping. The defaults are the reading of the paper that comes closest to its published savings.
 */
export default defineStage({
  name: 'partitioner-subimage',
  version: 1,
  doc: 'layers on crossbars that see a square of pixels at once (sub-image partitioning)',
  needs: { network: ['architecture'] },
  gives: 'mapping',
  parameters: {
    ...mappingParameters,
    subImage: choice(
      ['largest', 'largest-in-map', 'tuned', 'given'],
      'sub-image of a layer: the largest that fits, cut at the edges of the map, with the fewest crossbars, or given',
      'largest',
    ),
    subImageSide: integer(1, 256, 'pixels along a side, if given', 1),
    packing: flag('several channels, kernels or positions on a crossbar', true),
    spatial: choice(
      ['parallel', 'time-multiplexed'],
      'crossbars of its own for each sub-image, or one set that reads all in turn',
      'parallel',
    ),
    strides: choice(
      ['as-stride-1', 'exact'],
      'windows of strided layers: counted as if side by side, or where they lie',
      'as-stride-1',
    ),
  },
  columns: mappingColumns,
  weight: 'light',
  source: {
    cite: 'S. Oh, J. An, K.-S. Min, Micromachines 14 (2023) 309, doi 10.3390/mi14020309',
    where: 'the scheme, from the abstract; layout and counts are our own reading',
    how: 'derived',
    residual:
      'savings of 91.3 to 94.8 % for three networks where the paper has "almost" 90 and 95 % for its own',
    assumed: [
      'layout of a sub-image',
      '2D is depthwise, 1D pointwise',
      'one channel and kernel where more do not fit',
    ],
  },
  requires: (_, parameters) => noRoom(parameters),
  run: ({ network }, { arrayRows, arrayCols, layers, subImage, subImageSide, ...options }) => {
    const array = { rows: arrayRows, columns: arrayCols };
    const policy = subImage === 'given' ? { side: subImageSide } : subImage;
    return networkMapping(network.architecture.layers, array, options.pairs, layers, (shape) =>
      mapSubImage(shape, array, { ...options, subImage: policy }),
    );
  },
});
