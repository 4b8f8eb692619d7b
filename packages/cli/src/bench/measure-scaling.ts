import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ScalingJob } from './scaling-job.ts';

/** Throughput of some workers that each do the same job on their own. */
export interface ScalingMeasure {
  readonly workers: number;
  /** Time over steps of all workers together. */
  readonly msPerStep: number;
  /** Throughput over that of one worker. */
  readonly timesOne: number;
}

export interface ScalingOptions {
  /** Milliseconds that one worker takes for its steps, about; 600 unless given. */
  readonly windowMs?: number;
  /** Rounds in which 1 … N workers take turns, the best of which counts; 3 unless given. */
  readonly rounds?: number;
  /** 1000 unless given. */
  readonly warmUpMs?: number;
}

/** Measures 1 … `most` worker threads. All are started before; those that are not measured sleep. */
export async function measureScaling(
  job: ScalingJob,
  most: number,
  { windowMs = 600, rounds = 3, warmUpMs = 1000 }: ScalingOptions = {},
): Promise<readonly ScalingMeasure[]> {
  // The worker lies beside this file, from src and from dist alike.
  const program = new URL(`./scaling-worker${extname(import.meta.filename)}`, import.meta.url);
  const workers = Array.from({ length: most }, () => new Worker(program, { workerData: { job, warmUpMs } }));
  try {
    const warm = (await Promise.all(workers.map((worker) => once(worker, 'message')))) as [number][];
    const steps = Math.max(1, Math.ceil(windowMs / Math.min(...warm.flat())));
    const best = workers.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < rounds; round++)
      for (let count = 1; count <= most; count++) {
        const ms = (await timeSteps(workers.slice(0, count), steps)) / (steps * count);
        best[count - 1] = Math.min(best[count - 1] ?? ms, ms);
      }
    const [alone = Number.NaN] = best;
    return best.map((ms, index) => ({ workers: index + 1, msPerStep: ms, timesOne: alone / ms }));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Milliseconds until the last of the workers has done its steps. */
async function timeSteps(workers: readonly Worker[], steps: number): Promise<number> {
  const start = performance.now();
  await Promise.all(
    workers.map(async (worker) => {
      const done = once(worker, 'message');
      worker.postMessage(steps);
      await done;
    }),
  );
  return performance.now() - start;
}
