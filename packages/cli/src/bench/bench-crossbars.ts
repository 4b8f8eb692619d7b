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
import { type LineFigures, measureLines } from './measure-lines.ts';
import { medianMs } from './median-ms.ts';

const array = { arrayRows: 128, arrayCols: 128 };
const partitioners = ['partitioner-im2col', 'partitioner-subimage', 'partitioner-shift-duplicate'];
const layers = 1000;

export interface CrossbarFigures {
  /** Milliseconds for 1,000 layers, by partitioner. */
  readonly mapMs: Readonly<Record<string, number>>;
  /** Milliseconds for one design point of VGG8, mapping and cost, by what reads the columns. */
  readonly pointMs: Readonly<Record<string, number>>;
  /** Currents behind line resistances, by the side of the crossbar. */
  readonly lines: Readonly<Record<string, LineFigures>>;
}

/** Layers onto crossbars, what a network costs there, and currents behind line resistances. */
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
  say('line resistances …');
  const lines = Object.fromEntries([64, 128, 256].map((side) => [side, measureLines(side)]));
  const figures: CrossbarFigures = { mapMs, pointMs, lines };
  return {
    result: { machine, ...figures },
    text: [machineText(machine), '', crossbarsText(figures)].join('\n'),
  };
}

export function crossbarsText({ mapMs, pointMs, lines }: CrossbarFigures): string {
  const rows = [
    ...Object.entries(mapMs).map(([name, ms]) => [`${layers} layers, ${name}`, figureText(ms)]),
    ...Object.entries(pointMs).map(([name, ms]) => [`a point of VGG8, ${name}`, figureText(ms)]),
  ];
  const solved = Object.entries(lines).map(([side, { solveMs, responseMs, readMs, worst }]) => [
    `${side} × ${side}`,
    figureText(solveMs),
    figureText(responseMs),
    readMs.toFixed(3),
    worst.toExponential(1),
  ]);
  return [
    tableText(rows, ['what', 'ms']),
    tableText(solved, ['crossbar', 'one read solved, ms', 'response, ms', 'read from it, ms', 'differ by']),
  ].join('\n\n');
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
