import { choice, defineStage } from '@bitfront/core';
import {
  mappingColumns,
  mappingParameters,
  mapShiftDuplicate,
  networkMapping,
  noRoom,
} from '@bitfront/crossbar-mapping';

/**
 * Crossbars see a parallel window of pixels in which each kernel stands once for every output; of all windows the one with
 * the fewest crossbar reads is taken, ⌈H / n_h⌉ · ⌈W / n_w⌉ · ⌈C / c⌉ · ⌈K / f⌉, or im2col where that has no more.
 */
export default defineStage({
  name: 'partitioner-shift-duplicate',
  version: 1,
  doc: 'layers on crossbars that see a rectangle of pixels, with kernels shifted and duplicated (SDK, VW-SDK)',
  needs: { network: ['architecture'] },
  gives: 'mapping',
  parameters: {
    ...mappingParameters,
    windows: choice(
      ['rectangular', 'square'],
      'windows that are tried: of any shape, or squares with no more crossbars than im2col',
      'rectangular',
    ),
  },
  columns: mappingColumns,
  weight: 'light',
  source: {
    cite: 'J. Rhe, S. Moon, J. H. Ko, DATE 2022, arXiv 2112.11282; Y. Zhang et al., IEEE TCAD 2020',
    where: 'equations recalled; cycles of ResNet-18 layers as the program of the authors prints them',
    how: 'derived',
    residual:
      'exact for SDK; VW-SDK differs in 3 of 8 layers, where the program drops positions or takes more',
  },
  requires: (_, parameters) => noRoom(parameters),
  run: ({ network }, { arrayRows, arrayCols, layers, ...options }) => {
    const array = { rows: arrayRows, columns: arrayCols };
    return networkMapping(network.architecture.layers, array, options.pairs, layers, (shape) =>
      mapShiftDuplicate(shape, array, options),
    );
  },
});
