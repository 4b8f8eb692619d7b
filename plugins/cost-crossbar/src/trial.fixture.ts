import {
  checkParameters,
  type InferenceView,
  type LayerShape,
  type Memory,
  noCorrection,
} from '@bitfront/core';
import { mapIm2col, mapSubImage, networkMapping } from '@bitfront/crossbar-mapping';
import { bareServices, type StageContext } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import cost from './cost-crossbar.ts';

export type Inputs = Parameters<typeof cost.run>[0];
export type Given = Partial<Record<keyof typeof cost.parameters, string | number | boolean>>;

/** Resistive cells of 48 F² at 22 nm, 100 kΩ and 1.7 MΩ, written at 2 V: the array that NeuroSim V1.4 prints. */
export const rram: Memory = {
  faults: { plusToMinus: 0, minusToPlus: 0 },
  cell: {
    nodeNm: 22,
    supplyV: 0.8,
    areaUm2PerBit: (48 * 22 * 22) / 1e6,
    aspectRatio: 3,
    sensing: 'single-ended',
    standbyPowerNwPerBit: 0,
  },
  read: { energyFjPerBit: 1, latencyNs: 0.5 },
  write: { energyFjPerBit: 1000, latencyNs: 10, voltageV: 2, enduranceCycles: 1e6 },
  conductance: {
    onUs: 10,
    offUs: 1 / 1.7,
    onLogSigma: 0,
    offLogSigma: 0,
    stuckOnProbability: 0,
    stuckOffProbability: 0,
    readVoltageV: 0.5,
  },
  correction: noCorrection,
  row: {},
};

export const dense = (...widths: readonly number[]): readonly LayerShape[] =>
  widths.slice(1).map((outputs, at) => ({ kind: 'dense', inputs: widths[at] ?? 0, outputs }));

/** VGG8 for CIFAR-10: six 3 × 3 convolutions of 128 to 512 channels with a pool after each second one, two dense layers. */
export const vgg8: readonly LayerShape[] = [
  ...[
    [3, 128, 32],
    [128, 128, 32],
    [128, 256, 16],
    [256, 256, 16],
    [256, 512, 8],
    [512, 512, 8],
  ].map(
    ([channels = 0, outputs = 0, size = 0], at): LayerShape => ({
      kind: 'convolution',
      input: { channels, height: size, width: size },
      outputs,
      kernel: { height: 3, width: 3 },
      stride: { height: 1, width: 1 },
      padding: { height: 1, width: 1 },
      ...(at % 2 === 1 && { pool: { size: { height: 2, width: 2 }, stride: { height: 2, width: 2 } } }),
    }),
  ),
  ...dense(8192, 1024, 10),
];

export function inputsOf(
  layers: readonly LayerShape[],
  options: {
    readonly side?: number;
    readonly scheme?: 'im2col' | 'sub-image';
    readonly pairs?: 'neighbouring-columns' | 'separate-crossbars' | 'single';
    readonly memory?: Memory;
    readonly inference?: InferenceView;
  } = {},
): Inputs {
  const { side = 128, scheme = 'im2col', pairs = 'neighbouring-columns', memory = rram } = options;
  const { inference = { kind: 'fixed-point', bits: 8 } } = options;
  const array = { rows: side, columns: side };
  const use = { pairs, biasRow: false };
  const mapping = networkMapping(layers, array, pairs, 'all', (shape) =>
    scheme === 'im2col'
      ? mapIm2col(shape, array, { ...use, copies: 1 })
      : mapSubImage(shape, array, {
          ...use,
          subImage: 'largest',
          packing: true,
          spatial: 'parallel',
          strides: 'exact',
        }),
  );
  const activity = { inputDensity: 0.45, inputToggle: 0.5, xnorDensity: 0.5, outputDensity: 0.5 };
  return {
    network: { architecture: { classes: layers.at(-1)?.outputs ?? 0, layers } },
    encoding: { inference },
    memory,
    mapping,
    evaluation: {
      activity: {
        layers: layers.map(() => activity),
        firstLayerPasses: 1,
        laterLayerPasses: 1,
        inputBits: inference.kind === 'fixed-point' ? inference.bits : 1,
      },
    },
  };
}

export function rowOf(inputs: Inputs, given: Given = {}): Readonly<Record<string, number | string>> {
  const parameters = checkParameters(cost.name, cost.parameters, given);
  const context: StageContext = {
    random: (...key) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: [] },
    ...bareServices,
  };
  return (cost.run(inputs, parameters as never, context) as { row: Record<string, number | string> }).row;
}
