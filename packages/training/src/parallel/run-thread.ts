import { createKernels } from '@bitfront/kernels';
import { readState } from '../state/training-state.ts';
import { runEpochs } from '../steps/run-epochs.ts';
import { makeTrainee } from '../steps/trainee.ts';
import { streamsOf, type ThreadTask } from './open-threads.ts';
import { sharedExchange } from './shared-exchange.ts';

/** A helping thread of a training: computes its shards and moves the weights as all do; reports nothing. */
export async function runThread({ task, memory, thread, seed, backend, state }: ThreadTask): Promise<void> {
  const streams = streamsOf(seed);
  const trainee = makeTrainee(task, streams, createKernels({ backend }));
  await runEpochs(task, trainee, readState(trainee, state), {
    exchange: sharedExchange(trainee.learnt, memory, thread, () => undefined),
    streams,
    afterStep: () => undefined,
    afterEpoch: () => undefined,
  });
}
