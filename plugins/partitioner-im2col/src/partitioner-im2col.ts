import { defineStage, integer } from '@bitfront/core';
import {
  mapIm2col,
  mappingColumns,
  mappingParameters,
  networkMapping,
  noRoom,
} from '@bitfront/crossbar-mapping';

/**
 * Every weight has a cell of its own (a pair of them), crossbars see one position of the kernel at a time: ⌈F / rows⌉ ·
 * ⌈d·K / columns⌉ crossbars for K kernels of F weights, blocks along the diagonal for depthwise ones. `copies` of the
 * crossbars share the positions.
 */
export default defineStage({
  name: 'partitioner-im2col',
  version: 1,
  doc: 'layers on crossbars, weight-stationary, one position of the kernel in each read of a copy',
  needs: { network: ['architecture'] },
  gives: 'mapping',
  parameters: {
    ...mappingParameters,
    copies: integer(1, 1_000_000, 'sets of crossbars that share the positions; at most one for each', 1),
  },
  columns: mappingColumns,
  weight: 'light',
  source: { cite: 'Bitfront', where: 'counting', how: 'derived', residual: 'exact' },
  requires: (_, parameters) => noRoom(parameters),
  run: ({ network }, { arrayRows, arrayCols, layers, ...options }) => {
    const array = { rows: arrayRows, columns: arrayCols };
    return networkMapping(network.architecture.layers, array, options.pairs, layers, (shape) =>
      mapIm2col(shape, array, options),
    );
  },
});
