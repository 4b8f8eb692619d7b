import type { AnyStage } from '@bitfront/core';
import { bareServices, checkParameters, type Network, type ParameterSchema } from '@bitfront/core';
import { loadPlugin } from '@bitfront/engine';
import { randomStream } from '@bitfront/math';
import { tableText } from '../text/table.ts';
import { findPlaces, type Places } from '../world/places.ts';
import type { BenchReport, BenchSetting } from './bench-report.ts';
import { manyLayers, vgg8 } from './crossbar-layers.ts';
import { figureText } from './figure-text.ts';
import { machineText, thisMachine } from './machine.ts';

const array = { arrayRows: 128, arrayCols: 128 };
const partitioners = ['partitioner-im2col', 'partitioner-subimage', 'partitioner-shift-duplicate'];
const layers = 1000;

export interface CrossbarFigures {
  /** Milliseconds for 1,000 layers, by partitioner. */
  readonly mapMs: Readonly<Record<string, number>>;
  /** Milliseconds for one design point of VGG8, mapping and cost, by what reads the columns. */
  readonly pointMs: Readonly<Record<string, number>>;
}

/** Layers onto crossbars, and what a network costs there. */
export async function benchCrossbars({ say }: BenchSetting): Promise<BenchReport> {
  const machine = thisMachine();
  const places = findPlaces();
  say(`${layers} layers onto crossbars …`);
  const mapMs: Record<string, number> = {};
  for (const name of partitioners) {
    const map = await open(name, array, places);
    mapMs[name] = medianMs(5, () => map({ network: networkOf(manyLayers(layers)) }));
  }
  say('design points of VGG8 …');
  const pointMs: Record<string, number> = {};
  for (const sensing of ['flash-adc', 'sar-adc', 'row-by-row']) {
    const map = await open('partitioner-im2col', array, places);
    const cost = await open('cost-crossbar', { sensing }, places);
    const memory = (await open('device-rram-1t1r-lognormal', cell, places))({});
    const network = networkOf(vgg8);
    pointMs[sensing] = medianMs(201, () => cost({ network, memory, mapping: map({ network }), ...measured }));
  }
  const figures: CrossbarFigures = { mapMs, pointMs };
  return {
    result: { machine, ...figures },
    text: [machineText(machine), '', crossbarsText(figures)].join('\n'),
  };
}

export function crossbarsText({ mapMs, pointMs }: CrossbarFigures): string {
  const rows = [
    ...Object.entries(mapMs).map(([name, ms]) => [`${layers} layers, ${name}`, figureText(ms)]),
    ...Object.entries(pointMs).map(([name, ms]) => [`a point of VGG8, ${name}`, figureText(ms)]),
  ];
  return tableText(rows, ['what', 'ms']);
}

/** A stage as a plain function. */
async function open(plugin: string, given: object, places: Places) {
  const { name, stage } = await loadPlugin(plugin, places.pluginFolders);
  const parameters = checkParameters(name, stage.parameters as ParameterSchema, { ...given });
  const context = {
    random: (...key: readonly (string | number)[]) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => undefined,
    host: places.host,
    ...bareServices,
  };
  return (input: object): object => (stage as AnyStage).run(input as never, parameters, context) as object;
}

/** Median of an odd number of rounds, after one that warms up. */
function medianMs(rounds: number, work: () => unknown): number {
  work();
  const each = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return each.sort((a, b) => a - b)[(rounds - 1) / 2] ?? Number.NaN;
}

function networkOf(shapes: Network['architecture']['layers']): Pick<Network, 'architecture'> {
  return { architecture: { classes: 10, layers: shapes } };
}

const activity = { inputDensity: 0.45, inputToggle: 0.5, xnorDensity: 0.5, outputDensity: 0.5 };
/** What an evaluator would have measured. */
const measured = {
  encoding: { inference: { kind: 'fixed-point', bits: 8 } },
  evaluation: {
    activity: {
      layers: vgg8.map(() => activity),
      firstLayerPasses: 1,
      laterLayerPasses: 1,
      inputBits: 8,
    },
  },
};

/** The array that NeuroSim V1.4 prints: 22 nm, 48 F², 100 kΩ and 1.7 MΩ, written at 2 V. */
const cell = {
  nodeNm: 22,
  supplyV: 0.8,
  cellAreaF2: 48,
  aspectRatio: 3,
  plusOneState: 'low-resistance',
  lowResistanceKohm: 100,
  highResistanceKohm: 1700,
  lowLogSpread: 0.1,
  highLogSpread: 0.1,
  comparatorLogOffset: 0,
  reference: 'equal-error',
  readVoltageV: 0.5,
  readTimeNs: 0.5,
  setEnergyPj: 1,
  resetEnergyPj: 1,
  writeTimeNs: 10,
  writeVoltageV: 2,
};
