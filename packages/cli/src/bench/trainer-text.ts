import { type ProductsMeasure, phaseNames } from '@bitfront/training/bench';
import { tableText } from '../text/table.ts';
import type { ScaledTraining, TrainerFigures } from './bench-trainer.ts';
import { figureText, timesText } from './figure-text.ts';

/** A block per network: its table, then what several threads make of it. */
export function trainerText(figures: Readonly<Record<string, TrainerFigures>>): string {
  const blocks = Object.entries(figures).map(([name, measures]) => `${name}\n${networkText(measures)}`);
  return [...blocks, legend.join('\n')].join('\n\n');
}

function networkText({ wasm, native, floatProducts, typescript }: TrainerFigures): string {
  const sets: readonly (readonly [string, ScaledTraining])[] = [
    ['wasm', wasm],
    ...(native === undefined ? [] : [['native', native] as const]),
  ];
  const rows = [
    ...sets.map(([backend, measure]) => stepRow(backend, measure)),
    productsRow('products as floats', floatProducts),
    productsRow('products in TS', typescript),
  ];
  const table = tableText(rows, ['', 'ms', 'median', ...phaseNames, 'GF-eq', '/ floats', '/ TS', 'MiB']);
  return [table, ...sets.flatMap(([backend, measure]) => scalingLines(backend, measure))].join('\n');
}

function stepRow(backend: string, measure: ScaledTraining): readonly string[] {
  return [
    backend,
    figureText(measure.msPerStep),
    figureText(measure.msPerStepMedian),
    ...phaseNames.map((name) => figureText(measure.phases[name])),
    figureText(measure.gfEq),
    timesText(measure.timesFloatProducts),
    timesText(measure.timesTypescript),
    figureText(measure.peakMemoryMiB),
  ];
}

function productsRow(name: string, { msPerStep, gfEq }: ProductsMeasure): readonly string[] {
  const none = phaseNames.map(() => '–');
  return [name, figureText(msPerStep), '–', ...none, figureText(gfEq), '–', '–', '–'];
}

function scalingLines(backend: string, { workers, dataParallel }: ScaledTraining): readonly string[] {
  const lines: string[] = [];
  if (workers !== undefined) {
    const each = workers.slice(1).map(({ workers: count, timesOne }) => `${count}: ${timesText(timesOne)}`);
    lines.push(`${backend}, trainings side by side, throughput: ${each.join(', ')}`);
  }
  if (dataParallel !== undefined) {
    const { batchSize, shards, identical, threads } = dataParallel;
    const each = threads.map(
      ({ threads: count, msPerStep, timesOne }) =>
        `${count}: ${figureText(msPerStep)} ms${count === 1 ? '' : `, ${timesText(timesOne)}`}`,
    );
    const weights = identical ? 'the same weights' : 'WEIGHTS DIFFER';
    lines.push(
      `${backend}, batches of ${batchSize} in ${shards} parts on threads: ${each.join('; ')}; ${weights}`,
    );
  }
  return lines;
}

const legend = [
  'ms: the fastest step on one thread, and its phases; median: of all steps',
  'GF-eq: 10^9 operations a second of float products that do the same job; the first layer has two, the others three',
  'products as floats: those products alone in WebAssembly, nothing else of the step; in TS: in plain TypeScript;',
  '  both on a part and taken per operation. / floats, / TS: their time over that of the whole step, in the same run',
];
