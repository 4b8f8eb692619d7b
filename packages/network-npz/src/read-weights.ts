import { finiteValues, type LayerArrays } from './archive.ts';
import { unpackRows } from './packed-rows.ts';

/** Weights as they stand in the archive. */
export interface ReadWeights {
  /** [outputs, inputs] or [outputs, channels, height, width]. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** `weight`, of which the signs count, or `bits` with the `shape` of what they unpack to. */
export function readWeights(layer: LayerArrays): ReadWeights {
  const bits = layer.optional('bits');
  if (bits === undefined) {
    const weight = layer.needed('weight');
    checkShape(layer, 'weight', weight.shape, `has the shape (${weight.shape.join(', ')})`);
    return { shape: weight.shape, values: finiteValues(weight, 'weight', layer) };
  }
  if (layer.optional('weight') !== undefined) layer.refuse('bits', 'stands beside an array of weights');
  const given = layer.needed('shape');
  const shape = layer.sizes('shape', given.data.length, 1) ?? [];
  checkShape(layer, 'shape', shape, `holds (${shape.join(', ')})`);
  const [rows = 0, ...rest] = shape;
  const columns = rest.reduce((product, size) => product * size, 1);
  const expected = [rows, Math.ceil(columns / 8)];
  if (bits.type !== 'uint8' || expected.join() !== bits.shape.join())
    layer.refuse(
      'bits',
      `is ${bits.type} of the shape (${bits.shape.join(', ')}) instead of uint8 (${expected.join(', ')})`,
    );
  return { shape, values: unpackRows(bits.data as Uint8Array, rows, columns) };
}

function checkShape(layer: LayerArrays, part: string, shape: readonly number[], found: string): void {
  if ((shape.length !== 2 && shape.length !== 4) || shape.some((size) => size < 1))
    layer.refuse(part, `${found} instead of (outputs, inputs) or (outputs, channels, height, width)`);
}
