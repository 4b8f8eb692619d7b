import { createKernels } from '@bitfront/kernels';
import { inferenceShapes, measureInference, measureKernels } from '@bitfront/kernels/bench';
import { benchNetworks, measureTraining } from '@bitfront/training/bench';
import { expect, test } from 'vitest';
import { bitfront } from '../fixtures/bitfront.ts';
import { type InferenceFigures, inferenceText } from './bench-inference.ts';
import { type KernelFigures, kernelsText } from './bench-kernels.ts';
import type { TrainerFigures } from './bench-trainer.ts';
import { chosenShapes } from './chosen-shapes.ts';
import { figureText, timesText } from './figure-text.ts';
import { machineText, thisMachine } from './machine.ts';
import { measureScaling } from './measure-scaling.ts';
import { plainLines } from './plain-lines.ts';
import { trainerText } from './trainer-text.ts';

const quick = { rounds: 1, budgetMs: 0 };
const scaled = [
  { workers: 1, msPerStep: 20, timesOne: 1 },
  { workers: 2, msPerStep: 10.5, timesOne: 1.9048 },
];

const kernels: KernelFigures = {
  '784-1024': {
    wasm: {
      msPerStep: 4.11,
      gfEq: 150.04,
      gfEqForward: 155.5,
      gfEqInputGradient: 149,
      gfEqWeightGradient: 146,
      gops: 739.2,
      gopsThresholded: 701,
      peakMemoryMiB: 11.0625,
      timesFloatProduct: 4.96,
      timesTypescript: 1234.4,
      timesTypescriptBits: 6110,
      extrapolated: false,
    },
  },
};

test('the table of products', () => {
  expect(kernelsText(kernels).split('\n').slice(0, 3)).toEqual([
    'shape     backend  forward  input  weight  GF-eq  / float     / TS  Gop/s  to bits     / TS   MiB',
    '────────  ───────  ───────  ─────  ──────  ─────  ───────  ───────  ─────  ───────  ───────  ────',
    '784-1024  wasm         156    149     146    150   4.96 ×  1,234 ×    739      701  6,110 ×  11.1',
  ]);
});

const inference: InferenceFigures = {
  '784-1024-1024-10 1-bit': {
    wasm: { msPerStep: 55.25, gops: 671, peakMemoryMiB: 9.4, extrapolated: false, workers: scaled },
    typescript: { msPerStep: 67_100, gops: 0.5528, peakMemoryMiB: 1.8, extrapolated: true },
  },
};

test('the table of inference has a column for every number of workers beyond one', () => {
  expect(inferenceText(inference).split('\n').slice(0, 4)).toEqual([
    'network, input          backend         ms  Gop/s     / TS   MiB  2 workers',
    '──────────────────────  ──────────  ──────  ─────  ───────  ────  ─────────',
    '784-1024-1024-10 1-bit  wasm          55.3    671  1,214 ×  9.40     1.90 ×',
    '                        typescript  67,100  0.553   1.00 ×  1.80          –',
  ]);
});

const training: TrainerFigures = {
  wasm: {
    msPerStep: 120.4,
    msPerStepMedian: 125,
    phases: { load: 1.25, forward: 30, backward: 85, update: 4.15 },
    gfEq: 124,
    peakMemoryMiB: 200,
    timesFloatProducts: 4,
    timesTypescript: 600,
    workers: scaled,
    dataParallel: {
      shards: 2,
      batchSize: 64,
      identical: true,
      threads: [
        { threads: 1, msPerStep: 140, timesOne: 1 },
        { threads: 2, msPerStep: 80, timesOne: 1.75 },
      ],
    },
  },
  floatProducts: { msPerStep: 481.6, gfEq: 31, extrapolated: true },
  typescript: { msPerStep: 72_240, gfEq: 0.207, extrapolated: true },
};

test('the block of a network in training', () => {
  expect(trainerText({ CNN: training }).split('\n').slice(0, 8)).toEqual([
    'CNN',
    '                        ms  median  load  forward  backward  update  GF-eq  / floats   / TS  MiB',
    '──────────────────  ──────  ──────  ────  ───────  ────────  ──────  ─────  ────────  ─────  ───',
    'wasm                   120     125  1.25     30.0      85.0    4.15    124    4.00 ×  600 ×  200',
    'products as floats     482       –     –        –         –       –   31.0         –      –    –',
    'products in TS      72,240       –     –        –         –       –  0.207         –      –    –',
    'wasm, trainings side by side, throughput: 2: 1.90 ×',
    'wasm, batches of 64 in 2 parts on threads: 1: 140 ms; 2: 80.0 ms, 1.75 ×; the same weights',
  ]);
});

test('weights that depend on the threads would be told loudly', () => {
  const { dataParallel } = training.wasm;
  if (dataParallel === undefined) throw new TypeError('no figures');
  const wasm = { ...training.wasm, dataParallel: { ...dataParallel, identical: false } };
  expect(trainerText({ CNN: { ...training, wasm } })).toContain('WEIGHTS DIFFER');
});

test('a native build has a row, and threads of its own', () => {
  const text = trainerText({ CNN: { ...training, native: { ...training.wasm, msPerStep: 61 } } });
  expect(text).toMatch(/^native +61\.0 /m);
  expect(text).toContain('native, trainings side by side');
});

test('what is measured fits the tables', () => {
  const size = { k: 33, n: 16, m: 40 };
  expect(kernelsText(measureKernels({ size }, quick))).toMatch(
    /^size {3}wasm .*\n(.*native.*\n)?.*typescript/m,
  );
  const shape = { sizes: [20, 40, 3], images: 50, inputBits: 1 } as const;
  expect(inferenceText(measureInference({ shape }, quick))).toMatch(/^shape +wasm +\d/m);
  const network = {
    shape: [20],
    convolutions: '',
    hiddenWidths: [8],
    batchSize: 8,
    view: { kind: 'grey' },
  } as const;
  expect(trainerText(measureTraining({ network }, quick))).toMatch(/^network\n.*\n.*\nwasm +\d/m);
}, 60_000);

test.each([
  { kind: 'inference', backend: 'wasm', shape: { sizes: [9, 8, 3], images: 40, inputBits: 8 } },
  {
    kind: 'training',
    backend: 'wasm',
    network: { shape: [9], convolutions: '', hiddenWidths: [8], batchSize: 8, view: { kind: 'grey' } },
  },
] as const)(
  'workers are measured against one of them: $kind',
  async (job) => {
    const measures = await measureScaling(job, 2, { windowMs: 1, rounds: 1, warmUpMs: 0 });
    expect(measures.map(({ workers }) => workers)).toEqual([1, 2]);
    const [one, two] = measures.map(({ msPerStep }) => msPerStep);
    expect(measures[0]?.timesOne).toBe(1);
    expect(measures[1]?.timesOne).toBeCloseTo((one ?? 0) / (two ?? 1), 9);
  },
  60_000,
);

test('a worker that fails ends the measurement', async () => {
  const shape = { sizes: [-1, 8, 3], images: 40, inputBits: 1 } as const;
  await expect(measureScaling({ kind: 'inference', backend: 'wasm', shape }, 2)).rejects.toThrow('-1');
}, 60_000);

test('shapes are chosen by a part of their name', () => {
  const names = (only?: string) => chosenShapes(benchNetworks, only).map(([name]) => name.slice(0, 5));
  expect(names()).toEqual(['784-1', '784-1', 'CNN 3', 'CNV 3']);
  expect(names('CN')).toEqual(['CNN 3', 'CNV 3']);
  expect(() => chosenShapes(inferenceShapes, '16-bit')).toThrow(
    '784-1024-1024-10 1-bit, 784-1024-1024-10 8-bit',
  );
});

test('the machine is told', () => {
  const told = thisMachine();
  expect(told.nativeKernels ?? 'wasm').toBe(createKernels().processor);
  expect(machineText({ processor: 'X', cores: 1, node: '24.1.0', nativeKernels: 'avx512' })).toBe(
    'X, 1 core; Node 24.1.0; native kernels: avx512',
  );
});

test('figures have three digits', () => {
  const figures = [0.00796, 0.5, 9.999, 99.94, 100.4, 12_345.6, Number.NaN, undefined].map(figureText);
  expect(figures).toEqual(['0.00796', '0.500', '10.0', '99.9', '100', '12,346', '–', '–']);
  expect([timesText(1.5), timesText(undefined)]).toEqual(['1.50 ×', '–']);
});

test('results without a table are lines of names and values', () => {
  expect(plainLines({ a: 1, b: { c: 2 } })).toEqual(['a: 1', 'b', '  c: 2']);
});

test('the command prints JSON alone on stdout, by shape and backend, and what it does on stderr', async () => {
  const { code, out, err } = await bitfront(['bench', 'kernels', '--only', '784-1024', '--json']);
  expect([code, err]).toEqual([0, 'products of 784-1024 …\n']);
  const result = JSON.parse(out) as KernelFigures & { readonly machine: { readonly cores: number } };
  expect(result.machine.cores).toBeGreaterThan(0);
  for (const key of ['msPerStep', 'gfEq', 'gops', 'peakMemoryMiB'] as const)
    expect(result['784-1024']?.wasm?.[key], key).toBeGreaterThan(0);
}, 120_000);

test('an unknown shape is refused with the names of all', async () => {
  const { code, out, err } = await bitfront(['bench', 'trainer', '--only', 'VGG']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/contains "VGG".*CNV 3-64/);
}, 60_000);
