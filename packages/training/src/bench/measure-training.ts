import { performance } from 'node:perf_hooks';
import { createKernels } from '@bitfront/kernels';
import { benchKernels, memoryMiB, type TimingOptions } from '@bitfront/kernels/bench';
import { type BenchNetwork, benchNetworks } from './bench-networks.ts';
import { benchTask } from './bench-task.ts';
import { median } from './median.ts';
import { type OpenSteps, openSteps, type Phase, phaseNames } from './open-steps.ts';
import { floatProducts, typescriptProducts } from './plain-products.ts';
import { operationsOf, stepProducts } from './step-products.ts';
import { takeTurns } from './take-turns.ts';

/** Whole training steps with the kernels of one backend. */
export interface TrainingMeasure {
  /** The fastest step. */
  readonly msPerStep: number;
  readonly msPerStepMedian: number;
  /** Milliseconds of each phase of the fastest step. */
  readonly phases: Readonly<Record<Phase, number>>;
  /** 10^9 operations per second of float products that do the same job; everything else in the step costs time too. */
  readonly gfEq: number;
  /** Memory of the kernels. */
  readonly peakMemoryMiB: number;
  /** How many times longer the products of a step alone take as plain float products in WebAssembly. */
  readonly timesFloatProducts: number;
  /** The same in plain TypeScript. */
  readonly timesTypescript: number;
}

/** The products of a step alone, without batch norm, loss, Adam and the rest; measured on fewer columns. */
export interface ProductsMeasure {
  readonly msPerStep: number;
  readonly gfEq: number;
  readonly extrapolated: true;
}

export interface NetworkMeasures {
  readonly wasm: TrainingMeasure;
  readonly native?: TrainingMeasure;
  readonly floatProducts: ProductsMeasure;
  readonly typescript: ProductsMeasure;
}

/** Training steps on one thread, by name of the network and then the backend; takes some seconds a network. */
export function measureTraining(
  networks: Readonly<Record<string, BenchNetwork>> = benchNetworks,
  options: TimingOptions = {},
): Record<string, NetworkMeasures> {
  return Object.fromEntries(
    Object.entries(networks).map(([name, network]) => [name, measureNetwork(network, options)]),
  );
}

function measureNetwork(network: BenchNetwork, options: TimingOptions): NetworkMeasures {
  const products = stepProducts(benchTask(network).layers, network.batchSize);
  const work = operationsOf(products) / 1e6;
  const sets = benchKernels();
  const steps = sets.map(([backend, kernels]) => {
    const open = openSteps(network, kernels);
    // The first step of a turn finds the caches full of what the others did, which no training would.
    const turn = () => {
      open.step();
      return timedStep(open);
    };
    return [backend, turn] as const;
  });
  const plain = {
    floatProducts: floatProducts(createKernels({ backend: 'wasm' }), products),
    typescript: typescriptProducts(products),
  };
  const {
    floatProducts: floats,
    typescript,
    ...samples
  } = takeTurns<string, StepSample>(
    {
      ...Object.fromEntries(steps),
      floatProducts: () => ({ ms: plain.floatProducts() }),
      typescript: () => ({ ms: plain.typescript() }),
    },
    options,
  );
  const [floatMs, typescriptMs] = [fastest(floats).ms, fastest(typescript).ms];
  const alone = (msPerStep: number): ProductsMeasure => ({
    msPerStep,
    gfEq: work / msPerStep,
    extrapolated: true,
  });
  const measured = sets.map(([backend, kernels]) => {
    const { ms, phases = noPhases } = fastest(samples[backend]);
    const measure: TrainingMeasure = {
      msPerStep: ms,
      msPerStepMedian: median((samples[backend] ?? []).map((sample) => sample.ms)),
      phases,
      gfEq: work / ms,
      peakMemoryMiB: memoryMiB(kernels),
      timesFloatProducts: floatMs / ms,
      timesTypescript: typescriptMs / ms,
    };
    return [backend, measure] as const;
  });
  const backends = Object.fromEntries(measured) as Pick<NetworkMeasures, 'wasm' | 'native'>;
  return { ...backends, floatProducts: alone(floatMs), typescript: alone(typescriptMs) };
}

interface StepSample {
  readonly ms: number;
  readonly phases?: Readonly<Record<Phase, number>>;
}

const noPhases = { load: 0, forward: 0, backward: 0, update: 0 };

function timedStep({ phases }: OpenSteps): StepSample {
  const spent = { ...noPhases };
  const start = performance.now();
  let before = start;
  for (const name of phaseNames) {
    phases[name]();
    const now = performance.now();
    spent[name] = now - before;
    before = now;
  }
  return { ms: before - start, phases: spent };
}

function fastest(samples: readonly StepSample[] = []): StepSample {
  return samples.reduce((best, sample) => (sample.ms < best.ms ? sample : best), {
    ms: Number.POSITIVE_INFINITY,
  });
}
