import type { CrossbarMapping, KnownConductance } from '@bitfront/core';
import { type LineResistance, responseMatrixUs } from '@bitfront/crossbar-circuit';

/** Conductances of a layer as programmed, [neurons × weights], µS; without a second cell where weights are single. */
export interface ProgrammedCells {
  readonly neurons: number;
  readonly weights: number;
  readonly plusUs: Float64Array;
  readonly minusUs?: Float64Array;
}

/** Where cells stand, and what lies between them. */
export interface CellPlaces {
  readonly pairs: CrossbarMapping['pairs'];
  /** Neurons whose columns share a crossbar. */
  readonly neuronsTogether: number;
  readonly lines: LineResistance;
  readonly conductance: KnownConductance;
}

/**
 * What the columns of a part weigh each row with, [rows × neurons], in units of one ideal weight:
 * (M⁺ − M⁻) / (G_on − G_off) for pairs, (2M − G_on − G_off) / (G_on − G_off) for single cells against an ideal
 * reference. M is the response of the crossbar, G itself without line resistance. Rows and columns in use lie at the
 * driven ends of their lines.
 */
export function columnWeights(cells: ProgrammedCells, part: Int32Array, places: CellPlaces): Float64Array {
  const weights = new Float64Array(part.length * cells.neurons);
  const { neuronsTogether, conductance } = places;
  const { onUs, offUs } = conductance;
  for (let first = 0; first < cells.neurons; first += neuronsTogether) {
    const count = Math.min(neuronsTogether, cells.neurons - first);
    const { plus, minus } = responses(cells, part, { first, count }, places);
    for (let row = 0; row < part.length; row++)
      for (let neuron = 0; neuron < count; neuron++) {
        const at = row * count + neuron;
        const up = plus[at] as number;
        const difference = minus === undefined ? 2 * up - onUs - offUs : up - (minus[at] as number);
        weights[row * cells.neurons + first + neuron] = difference / (onUs - offUs);
      }
  }
  return weights;
}

interface Group {
  readonly first: number;
  readonly count: number;
}

/** Responses of the columns of a group, [rows × neurons]. */
function responses(
  { weights, plusUs, minusUs }: ProgrammedCells,
  part: Int32Array,
  { first, count }: Group,
  { pairs, lines }: CellPlaces,
): { readonly plus: Float64Array; readonly minus?: Float64Array } {
  const rows = part.length;
  const of = (cells: Float64Array) =>
    Float64Array.from(
      { length: rows * count },
      (_, at) => cells[(first + (at % count)) * weights + (part[Math.floor(at / count)] as number)] as number,
    );
  const response = (conductanceUs: Float64Array) =>
    responseMatrixUs({ rows, columns: conductanceUs.length / rows, conductanceUs }, lines);
  if (minusUs === undefined) return { plus: response(of(plusUs)) };
  if (pairs === 'separate-crossbars') return { plus: response(of(plusUs)), minus: response(of(minusUs)) };
  const [plus, minus] = [of(plusUs), of(minusUs)];
  const both = response(
    Float64Array.from(
      { length: 2 * plus.length },
      (_, at) => (at % 2 === 0 ? plus : minus)[at >> 1] as number,
    ),
  );
  return { plus: both.filter((_, at) => at % 2 === 0), minus: both.filter((_, at) => at % 2 === 1) };
}
