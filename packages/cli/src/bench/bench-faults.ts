import { availableParallelism } from 'node:os';
import { openExecutor } from '../world/open-executor.ts';
import { findPlaces } from '../world/places.ts';
import { makeInputs } from '../world/run-alone.ts';
import { tableText } from '../text/table.ts';
import type { BenchReport, BenchSetting } from './bench-report.ts';
import { chosenShapes } from './chosen-shapes.ts';
import { figureText } from './figure-text.ts';
import { machineText, thisMachine } from './machine.ts';
import { type FaultSweepMeasure, measureFaultSweep } from './measure-fault-sweep.ts';

/** Networks of the zoo, with trained weights, on all images of Fashion-MNIST. */
const sweeps = {
  'one stochastic draw': {
    encoder: {
      plugin: 'encoder-stochastic',
      params: { presentations: 1, accumulation: 'output', trainingDraws: 1 },
    },
    network: 'fashion-mnist-mlp-stochastic',
  },
  '8-bit grey levels': {
    encoder: { plugin: 'encoder-fixed-point', params: { bits: 8 } },
    network: 'fashion-mnist-mlp-grey',
  },
} as const;

/** 20 rates from 1e-5 to 1e-1 in equal steps of their logarithm: 10^(-5 + 4 i / 19), to six digits. */
const rates = [
  1e-5, 1.62378e-5, 2.63665e-5, 4.28133e-5, 6.95193e-5, 1.12884e-4, 1.83298e-4, 2.97635e-4, 4.83293e-4,
  7.8476e-4, 1.27427e-3, 2.06914e-3, 3.35982e-3, 5.45559e-3, 8.85867e-3, 1.43845e-2, 2.33572e-2, 3.79269e-2,
  6.15848e-2, 1e-1,
];
const repeats = 5;

/** A sweep over error rates with and without what the evaluator remembers between levels. */
export async function benchFaults({ only, say }: BenchSetting): Promise<BenchReport> {
  const machine = thisMachine();
  const places = findPlaces();
  const { executor } = await openExecutor('inline', 1, places.pluginFolders);
  const signal = new AbortController().signal;
  const bench = { executor, places, seed: 1, threads: availableParallelism(), signal };
  const figures: Record<string, FaultSweepMeasure> = {};
  try {
    for (const [name, { encoder, network }] of chosenShapes(sweeps, only)) {
      say(`${name}: ${rates.length} error rates, ${repeats} repeats …`);
      const inputs = await makeInputs(
        {
          dataset: { plugin: 'dataset-fashion-mnist' },
          encoding: encoder,
          network: { plugin: 'trainer-zoo', params: { network } },
        },
        bench,
      );
      const evaluator = { plugin: 'evaluator-faulted', params: { repeats } };
      figures[name] = await measureFaultSweep({ evaluator, inputs, rates, places });
    }
  } finally {
    await executor.close();
  }
  return {
    result: { machine, ...figures },
    text: [machineText(machine), '', faultsText(figures)].join('\n'),
  };
}

export function faultsText(figures: Readonly<Record<string, FaultSweepMeasure>>): string {
  const rows = Object.entries(figures).map(([name, figure]) => [
    name,
    figureText(figure.fullMs / figure.levels),
    figureText(figure.reusedMs / figure.levels),
    figureText(figure.ratio),
    figure.identical ? 'identical' : 'RESULTS DIFFER',
  ]);
  const header = ['784-1024-1024-10, input', 'full, ms', 'reused, ms', 'ratio', 'rows, activity'];
  return `${tableText(rows, header)}\n\n${legend.join('\n')}`;
}

const legend = [
  `ms per level: ${repeats} repeats on 10,000 test and 5,000 validation images, ${rates.length} levels from 1e-5 to 1e-1`,
  'ratio: the whole sweep with what is remembered over every level in full; both take turns, level by level',
];
