import { type BenchBackend, type KernelMeasure, kernelShapes, measureKernels } from '@bitfront/kernels/bench';
import { tableText } from '../text/table.ts';
import type { BenchReport, BenchSetting } from './bench-report.ts';
import { chosenShapes } from './chosen-shapes.ts';
import { figureText, timesText } from './figure-text.ts';
import { machineText, thisMachine } from './machine.ts';

export type KernelFigures = Readonly<Record<string, Partial<Record<BenchBackend, KernelMeasure>>>>;

/** Products by shape and backend. */
export function benchKernels({ only, say }: BenchSetting): BenchReport {
  const shapes = chosenShapes(kernelShapes, only);
  const machine = thisMachine();
  const figures = Object.assign(
    {},
    ...shapes.map(([name, shape]) => {
      say(`products of ${name} …`);
      return measureKernels({ [name]: shape });
    }),
  ) as KernelFigures;
  return {
    result: { machine, ...figures },
    text: [machineText(machine), '', kernelsText(figures)].join('\n'),
  };
}

export function kernelsText(figures: KernelFigures): string {
  const rows = Object.entries(figures).flatMap(([name, backends]) =>
    Object.entries(backends).map(([backend, measure], index) => [
      index === 0 ? name : '',
      backend,
      figureText(measure.gfEqForward),
      figureText(measure.gfEqInputGradient),
      figureText(measure.gfEqWeightGradient),
      figureText(measure.gfEq),
      timesText(measure.timesFloatProduct),
      timesText(measure.timesTypescript),
      figureText(measure.gops),
      figureText(measure.gopsThresholded),
      timesText(measure.timesTypescriptBits),
      figureText(measure.peakMemoryMiB),
    ]),
  );
  return `${tableText(rows, header)}\n\n${legend.join('\n')}`;
}

const header = [
  'shape',
  'backend',
  'forward',
  'input',
  'weight',
  'GF-eq',
  '/ float',
  '/ TS',
  'Gop/s',
  'to bits',
  '/ TS',
  'MiB',
];

const legend = [
  'forward, input, weight: products of a training step and its gradients, in GF-eq; GF-eq: all three together,',
  '  10^9 operations a second of a product of floats that does the same job',
  '/ float: forward over the plain float product in WebAssembly; / TS: over plain TypeScript, on a small part',
  'Gop/s: bits with bits, two operations per bit; to bits: with threshold. Best times, one thread, one run',
];
