// Inputs and calls that the tests of this plugin share; not part of the package.
import {
  bareServices,
  checkParameters,
  type Evaluation,
  type InferenceView,
  type LayerShape,
  type Memory,
  noCorrection,
  type Partition,
  type Row,
} from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import cost from './cost-near-memory-xnor.ts';

type Inputs = Parameters<typeof cost.run>[0];

/** Made-up round figures, so that products can be seen by eye. */
export const memory: Omit<Memory, 'row' | 'faults'> = {
  cell: {
    nodeNm: 28,
    supplyV: 0.9,
    areaUm2PerBit: 0.1,
    aspectRatio: 1,
    sensing: 'differential',
    standbyPowerNwPerBit: 0,
  },
  read: { energyFjPerBit: 10, latencyNs: 2 },
  write: { energyFjPerBit: 1000, latencyNs: 100, voltageV: 2 },
  conductance: 'unknown',
  correction: noCorrection,
};
export const fixedPoint = (bits: number): InferenceView => ({ kind: 'fixed-point', bits });
export const stochastic = (
  presentations: number,
  accumulation: 'first-layer' | 'output' | 'vote',
): InferenceView => ({
  kind: 'stochastic',
  presentations,
  accumulation,
  source: { kind: 'independent' },
});

export const mnist = [784, 1024, 1024, 10];

export const dense = (inputs: number, outputs: number): LayerShape => ({ kind: 'dense', inputs, outputs });

export function rowOf(
  widths: readonly number[],
  rows: number,
  columns: number,
  view: InferenceView,
  other: Partial<typeof memory> = {},
  activity: Partial<Evaluation['activity']['layers'][number]> = {},
): Row {
  return run(inputsOf(widths, rows, columns, view, other, activity));
}

export function rowOfLayers(
  layers: readonly LayerShape[],
  rows: number,
  columns: number,
  view: InferenceView,
  firstLayerOrder: Order = 'plane-by-plane',
): Row {
  return run(inputsOfLayers(layers, rows, columns, view), firstLayerOrder);
}

export type Order = 'plane-by-plane' | 'row-by-row';

export function run(inputs: Inputs, firstLayerOrder: Order = 'plane-by-plane'): Row {
  return runWith(inputs, { firstLayerOrder });
}

export function runWith(inputs: Inputs, given: Readonly<Record<string, unknown>>): Row {
  const context = {
    random: (...key: readonly (string | number)[]) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: [] },
    ...bareServices,
  };
  const artifact = cost.run(inputs, checkParameters(cost.name, cost.parameters, given), context);
  return (artifact as { readonly row: Row }).row;
}

export function inputsOf(
  widths: readonly number[],
  rows: number,
  columns: number,
  inference: InferenceView,
  other: Partial<typeof memory> = {},
  activity: Partial<Evaluation['activity']['layers'][number]> = {},
): Inputs {
  const shapes = widths.slice(1).map((outputs, i) => dense(widths[i] ?? 0, outputs));
  return inputsOfLayers(shapes, rows, columns, inference, other, activity);
}

export function inputsOfLayers(
  shapes: readonly LayerShape[],
  rows: number,
  columns: number,
  inference: InferenceView,
  other: Partial<typeof memory> = {},
  activity: Partial<Evaluation['activity']['layers'][number]> = {},
): Inputs {
  const layers = shapes.map((shape) => gridOf(weightsOf(shape), shape.outputs, rows, columns));
  const measured = { inputDensity: 0.5, inputToggle: 0.4, xnorDensity: 0.5, outputDensity: 0.5, ...activity };
  return {
    network: { architecture: { classes: shapes.at(-1)?.outputs ?? 0, layers: shapes } },
    encoding: { inference },
    memory: { ...memory, ...other },
    partition: { array: { rows, columns }, layers },
    evaluation: {
      activity: {
        layers: layers.map(() => measured),
        firstLayerPasses: 1,
        laterLayerPasses: 1,
        inputBits: 1,
      },
    },
  };
}

function weightsOf(shape: LayerShape): number {
  if (shape.kind === 'dense') return shape.inputs;
  const taps = shape.kernel.height * shape.kernel.width;
  return shape.kind === 'depthwise' ? taps : taps * shape.input.channels;
}

function gridOf(inputs: number, outputs: number, rows: number, columns: number): Partition['layers'][number] {
  const [gridRows, gridColumns] = [Math.ceil(outputs / rows), Math.ceil(inputs / columns)];
  const arrays = gridRows * gridColumns;
  const weights = inputs * outputs;
  return {
    rowsHold: 'neurons',
    usedRows: outputs,
    usedColumns: inputs,
    gridRows,
    gridColumns,
    arrays,
    weights,
    utilisation: weights / (arrays * rows * columns),
  };
}

export function total(row: Row, name: string, names: readonly string[]): number {
  return names.reduce((sum, part) => sum + Number(row[`${name}.${part}`]), 0);
}
