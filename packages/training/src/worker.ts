import { workerData } from 'node:worker_threads';
import type { ThreadTask } from './parallel/open-threads.ts';
import { runThread } from './parallel/run-thread.ts';

await runThread(workerData as ThreadTask);
