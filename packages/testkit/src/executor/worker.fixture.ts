import { parentPort, workerData } from 'node:worker_threads';
import type { StageCall } from '@bitfront/core';
import { performCall } from './perform-call.fixture.ts';

// A thread for one call; it is killed from outside where it does not end.
const progress = (fraction: number) => parentPort?.postMessage({ fraction });
const outcome = await performCall(workerData as StageCall, progress, new AbortController().signal);
parentPort?.postMessage({ outcome });
