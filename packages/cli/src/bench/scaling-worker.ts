import { parentPort, workerData } from 'node:worker_threads';
import { openJob, type ScalingJob } from './scaling-job.ts';

// A worker: tells the milliseconds of a step once V8 has compiled all of it, then does as many steps as it is told to.
const { job, warmUpMs } = workerData as { readonly job: ScalingJob; readonly warmUpMs: number };
const step = openJob(job);
const end = performance.now() + warmUpMs;
for (let round = 0; round < 2 || performance.now() < end; round++) step();
const start = performance.now();
step();
parentPort?.postMessage(performance.now() - start);
parentPort?.on('message', (steps: number) => {
  for (let index = 0; index < steps; index++) step();
  parentPort?.postMessage('done');
});
