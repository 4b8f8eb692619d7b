import { type LayerShape, positionCount } from '@bitfront/bits';
import type { CrossbarMapping, LayerMapping } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import type { CrossbarSize, Pairs } from './crossbar-room.ts';
import { mappingRow } from './mapping-row.ts';

/** Which layers the row counts; the mapping itself always holds all. */
export type CountedLayers = 'all' | 'convolutions';

/**
 * All layers of a network on crossbars that no two of them share.
 * @throws NETWORK_LAYER_INVALID where a kernel is larger than its padded input, and what `mapLayer` throws
 */
export function networkMapping(
  shapes: readonly LayerShape[],
  array: CrossbarSize,
  pairs: Pairs,
  counted: CountedLayers,
  mapLayer: (shape: LayerShape) => LayerMapping,
): CrossbarMapping {
  const layers = shapes.map((shape, index) => {
    if (!(positionCount(shape) >= 1))
      throw bitfrontError('NETWORK_LAYER_INVALID', {
        layer: index + 1,
        kind: shape.kind,
        problem: `has a kernel larger than its padded input${sizesOf(shape)}`,
      });
    return mapLayer(shape);
  });
  const inRow = layers.filter((_, at) => counted === 'all' || shapes[at]?.kind !== 'dense');
  return { array, pairs, layers, row: mappingRow(inRow, array) };
}

function sizesOf(shape: LayerShape): string {
  if (shape.kind === 'dense') return '';
  const { input, kernel, padding } = shape;
  const padded = `${input.height + 2 * padding.height} x ${input.width + 2 * padding.width}`;
  return `, ${kernel.height} x ${kernel.width} on ${padded}`;
}
