import { performance } from 'node:perf_hooks';
import { createKernels, laneBlock } from '@bitfront/kernels';
import type { TimingOptions } from '@bitfront/kernels/bench';
import { openThreads } from '../parallel/open-threads.ts';
import { readState, writeState } from '../state/training-state.ts';
import { runEpochs } from '../steps/run-epochs.ts';
import { makeTrainee } from '../steps/trainee.ts';
import type { TrainingTask } from '../steps/training-task.ts';
import type { BenchNetwork } from './bench-networks.ts';
import { benchStreams, benchTask } from './bench-task.ts';
import { median } from './median.ts';

/** One training with every batch in parts, by one thread and by as many as there are parts. */
export interface DataParallelMeasure {
  readonly shards: number;
  readonly batchSize: number;
  /** Whether any number of threads learnt the same, to the last bit. */
  readonly identical: boolean;
  readonly threads: readonly {
    readonly threads: number;
    readonly msPerStep: number;
    /** Time of a step on one thread over that on these. */
    readonly timesOne: number;
  }[];
}

export interface DataParallelOptions extends Pick<TimingOptions, 'rounds'> {
  readonly backend: 'wasm' | 'native';
  /** Parts of a batch, 32 images each, and most threads. */
  readonly shards: number;
  /** Steps of a training after the first five, which do not count; 15 unless given. */
  readonly steps?: number;
}

const warmUp = 5;

/**
 * Median times of a step on 1 … `shards` threads, the best of some rounds (2 unless given) in which the numbers of
 * threads take turns.
 */
export async function measureDataParallel(
  network: BenchNetwork,
  { backend, shards, steps = 15, rounds = 2 }: DataParallelOptions,
): Promise<DataParallelMeasure> {
  const batchSize = laneBlock * shards;
  const task = benchTask({ ...network, batchSize }, warmUp + steps, shards);
  const counts = Array.from({ length: shards }, (_, index) => index + 1);
  const best = counts.map(() => Number.POSITIVE_INFINITY);
  let first: Uint8Array | undefined;
  let identical = true;
  for (let round = 0; round < rounds; round++)
    for (const [index, count] of counts.entries()) {
      const { msPerStep, learnt } = await trainOn(count, task, backend);
      best[index] = Math.min(best[index] ?? msPerStep, msPerStep);
      first ??= learnt;
      identical &&= Buffer.compare(first, learnt) === 0;
    }
  const [alone = Number.NaN] = best;
  const threads = best.map((ms, index) => ({ threads: index + 1, msPerStep: ms, timesOne: alone / ms }));
  return { shards, batchSize, identical, threads };
}

async function trainOn(threads: number, task: TrainingTask, backend: 'wasm' | 'native') {
  const trainee = makeTrainee(task, benchStreams, createKernels({ backend }));
  const order = Uint32Array.from({ length: task.train.count }, (_, index) => index);
  const state = writeState(trainee, { epoch: 0, order, log: [] });
  const { close, ...work } = await openThreads(task, state, trainee, { random: benchStreams, threads });
  const ends: number[] = [];
  try {
    await runEpochs(task, trainee, readState(trainee, state), {
      ...work,
      afterStep: () => void ends.push(performance.now()),
      afterEpoch: () => undefined,
    });
  } finally {
    await close();
  }
  const times = ends.slice(1).map((end, step) => end - (ends[step] ?? 0));
  const learnt = writeState(trainee, { epoch: 1, order, log: [] });
  return { msPerStep: median(times.slice(warmUp - 1)), learnt };
}
