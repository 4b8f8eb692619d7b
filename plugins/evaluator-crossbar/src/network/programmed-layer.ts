import { fanIn, unpackSigns } from '@bitfront/bits';
import type { KnownConductance, LayerShape, PackedBits } from '@bitfront/core';
import type { F32Matrix, Kernels } from '@bitfront/kernels';
import { type CellPlaces, columnWeights, type ProgrammedCells } from '../cells/column-weights.ts';
import { type CellDraws, drawCells } from '../cells/draw-cells.ts';
import { type Converter, converter } from '../column/converter.ts';
import { driven, sumParts } from '../column/sum-parts.ts';
import type { EvaluationInput } from '../evaluation-input.ts';
import type { ReadSettings } from '../read-settings.ts';

/** A layer on one programmed chip. */
export interface ProgrammedLayer {
  readonly layer: LayerShape;
  readonly reads: readonly ColumnRead[];
}

/** Rows that are driven together, and the columns that sum their currents. */
export interface ColumnRead {
  /** Indices of the weights, one for each row. */
  readonly rows: Int32Array;
  /** [rows × neurons], in units of one ideal weight. */
  readonly weights: F32Matrix;
  /** Their sum over the rows, of each neuron; and that of the stored signs, which digital circuits know. */
  readonly sums: Float64Array;
  readonly signSums: Float64Array;
  readonly converter: Converter;
}

export interface Programming {
  readonly bits: PackedBits;
  readonly sums: EvaluationInput['mapping']['layers'][number]['sums'];
  readonly places: CellPlaces;
  readonly read: ReadSettings;
  /** The cells that hold +1 as on, and those that hold −1 as on. */
  readonly draws: Readonly<Record<'plus' | 'minus', CellDraws>>;
  readonly signal: AbortSignal;
}

/** Writes the weights of a layer into cells, and finds what its columns make of them. */
export function programLayer(
  { arena }: Kernels,
  layer: LayerShape,
  programming: Programming,
): ProgrammedLayer {
  const { bits, sums, places, read, signal } = programming;
  const signs = unpackSigns(bits);
  const cells = program(signs, layer, places, programming.draws);
  // Every neuron of a depthwise layer has rows of its own.
  const own = layer.kind === 'depthwise' ? { ...places, neuronsTogether: 1 } : places;
  const reads = sumParts(layer, sums).flatMap((part) => {
    signal.throwIfAborted();
    const effective = columnWeights(cells, part, own);
    return driven(part, read.rowsInParallel).map(({ from, to }): ColumnRead => {
      const rows = part.slice(from, to);
      const weights = arena.f32(rows.length, cells.neurons);
      for (let row = from; row < to; row++)
        weights.row(row - from).set(effective.subarray(row * cells.neurons, (row + 1) * cells.neurons));
      return {
        rows,
        weights,
        sums: columnSums(weights),
        signSums: Float64Array.from({ length: cells.neurons }, (_, neuron) =>
          rows.reduce((sum, row) => sum + (signs[neuron * cells.weights + row] as number), 0),
        ),
        converter: converter(rows.length, read),
      };
    });
  });
  return { layer, reads };
}

function program(
  signs: ArrayLike<number>,
  layer: LayerShape,
  { pairs, conductance }: { readonly pairs: CellPlaces['pairs']; readonly conductance: KnownConductance },
  draws: Programming['draws'],
): ProgrammedCells {
  const own = { neurons: layer.outputs, weights: fanIn(layer) };
  const cellsOf = (polarity: 'plus' | 'minus') =>
    drawCells(
      (cell) => (signs[cell] as number) > 0 === (polarity === 'plus'),
      own.neurons * own.weights,
      conductance,
      draws[polarity],
    );
  return { ...own, plusUs: cellsOf('plus'), ...(pairs !== 'single' && { minusUs: cellsOf('minus') }) };
}

/** Of what the products read: single precision. */
function columnSums(weights: F32Matrix): Float64Array {
  const sums = new Float64Array(weights.columns);
  for (let row = 0; row < weights.rows; row++)
    for (const [neuron, weight] of weights.row(row).entries())
      sums[neuron] = (sums[neuron] as number) + weight;
  return sums;
}
