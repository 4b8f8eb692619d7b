import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { StageContext } from '@bitfront/core';
import type { KernelBackend } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import type { Streams, Trainee } from '../steps/trainee.ts';
import type { TrainingTask } from '../steps/training-task.ts';
import { type GradientExchange, singleShard } from './gradient-exchange.ts';
import { type SharedMemory, sharedExchange, shareMemory } from './shared-exchange.ts';

/** The threads of one training. */
export interface Threads {
  readonly exchange: GradientExchange;
  readonly streams: Streams;
  close(): Promise<void>;
}

/** What a thread is started with. */
export interface ThreadTask {
  readonly task: TrainingTask;
  readonly memory: SharedMemory;
  readonly thread: number;
  readonly seed: string;
  /** Whose kernels this thread takes: 'wasm' or those of a processor. */
  readonly backend: KernelBackend;
  /** Where the training stands, see readState. */
  readonly state: Uint8Array;
}

/** Starts as many threads as the host grants and the shards can use. The result does not depend on their number. */
export async function openThreads(
  task: TrainingTask,
  state: Uint8Array,
  trainee: Trainee,
  { random, threads: granted }: Pick<StageContext, 'random' | 'threads'>,
): Promise<Threads> {
  const { shards } = task;
  if (shards === 1) return { exchange: singleShard(), streams: random, close: async () => {} };
  const seed = seedOf(random);
  const threads = Math.max(1, Math.min(granted, shards));
  // What a thread is told before it makes kernels of its own must be what this one has.
  const backend = trainee.kernels.processor as KernelBackend;
  const memory = shareMemory(trainee.learnt, shards, threads);
  const failure: { cause?: unknown } = {};
  const workers = Array.from({ length: threads - 1 }, (_, index) => {
    const workerData: ThreadTask = { task, memory, thread: index + 1, seed, backend, state };
    const worker = new Worker(fileURLToPath(import.meta.resolve('@bitfront/training/worker')), {
      workerData,
    });
    worker.once('error', (cause) => {
      failure.cause = cause;
    });
    return worker;
  });
  const shared = sharedExchange(trainee.learnt, memory, 0, () => {
    if (failure.cause !== undefined) throw failure.cause;
  });
  return {
    exchange: shared,
    streams: streamsOf(seed),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Random numbers that every thread can make by itself. */
export function streamsOf(seed: string): Streams {
  return (...key) => randomStream(seed, ...key);
}

function seedOf(random: Streams): string {
  const words = new Uint32Array(4);
  random('shards').fillUint32(words);
  return Array.from(words, (word) => word.toString(16)).join('-');
}
