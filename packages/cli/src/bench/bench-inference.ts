import {
  type BenchBackend,
  type InferenceMeasure,
  type InferenceShape,
  inferenceShapes,
  measureInference,
} from '@bitfront/kernels/bench';
import { tableText } from '../text/table.ts';
import type { BenchReport, BenchSetting } from './bench-report.ts';
import { chosenShapes } from './chosen-shapes.ts';
import { figureText, timesText } from './figure-text.ts';
import { machineText, thisMachine } from './machine.ts';
import { measureScaling, type ScalingMeasure } from './measure-scaling.ts';

/** With the throughput of 1 … N workers. */
export interface ScaledInference extends InferenceMeasure {
  readonly workers?: readonly ScalingMeasure[];
}

export type InferenceFigures = Readonly<Record<string, Partial<Record<BenchBackend, ScaledInference>>>>;

/** A network over a test set, end to end, by shape and backend. */
export async function benchInference({ only, threads, say }: BenchSetting): Promise<BenchReport> {
  const shapes = chosenShapes(inferenceShapes, only);
  const machine = thisMachine();
  const figures: Record<string, InferenceFigures[string]> = {};
  for (const [name, shape] of shapes) {
    say(`inference of ${name} …`);
    const measures: Record<string, ScaledInference> = measureInference({ [name]: shape })[name] ?? {};
    for (const backend of ['wasm', 'native'] as const) {
      const measure = measures[backend];
      if (measure === undefined || threads === 1) continue;
      say(`inference of ${name} on 1 to ${threads} workers, ${backend} …`);
      measures[backend] = { ...measure, workers: await scaling(shape, backend, threads) };
    }
    figures[name] = measures;
  }
  return {
    result: { machine, ...figures },
    text: [machineText(machine), '', inferenceText(figures)].join('\n'),
  };
}

function scaling(shape: InferenceShape, backend: 'wasm' | 'native', threads: number) {
  return measureScaling({ kind: 'inference', backend, shape }, threads);
}

export function inferenceText(figures: InferenceFigures): string {
  const backendsOf = Object.values(figures).flatMap((backends) => Object.values(backends));
  const most = Math.max(1, ...backendsOf.map(({ workers }) => workers?.length ?? 1));
  const counts = Array.from({ length: most - 1 }, (_, index) => index + 2);
  const rows = Object.entries(figures).flatMap(([name, backends]) =>
    Object.entries(backends).map(([backend, measure], index) => [
      index === 0 ? name : '',
      backend,
      figureText(measure.msPerStep),
      figureText(measure.gops),
      timesText(measure.gops / (backends.typescript?.gops ?? Number.NaN)),
      figureText(measure.peakMemoryMiB),
      ...counts.map((count) => timesText(measure.workers?.[count - 1]?.timesOne)),
    ]),
  );
  const header = ['network, input', 'backend', 'ms', 'Gop/s', '/ TS', 'MiB'];
  return `${tableText(rows, [...header, ...counts.map((count) => `${count} workers`)])}\n\n${legend.join('\n')}`;
}

const legend = [
  'ms: 10,000 images from input to classes, thresholds included, on one thread; best of one run',
  'Gop/s: two operations per weight and image; / TS: over plain TypeScript, which is measured on one image',
  'workers: their throughput over that of one, each with the whole test set',
];
