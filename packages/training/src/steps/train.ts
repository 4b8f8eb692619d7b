import type { EpochLog, StageContext } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { openThreads } from '../parallel/open-threads.ts';
import { readState, type TrainingState, writeState } from '../state/training-state.ts';
import { errorRate, type FinishedNetwork, finish } from './finish.ts';
import { rester } from './rest.ts';
import { type EpochResult, runEpochs } from './run-epochs.ts';
import { makeTrainee } from './trainee.ts';
import type { TrainingTask } from './training-task.ts';

/** The network of the last epoch (none is picked by its validation error), and how it got there. */
export interface TrainingResult extends FinishedNetwork {
  readonly log: readonly EpochLog[];
}

/**
 * Trains, from a checkpoint if there is one, and saves one after about as many operations as `checkpointWork` says.
 * @throws NETWORK_EXAMPLES_MISSING, NETWORK_BATCH_INVALID, NETWORK_DIVERGED, NETWORK_CHECKPOINT_MISMATCH
 */
export async function train(
  task: TrainingTask,
  context: StageContext,
  checkpointWork = halfAMinute,
): Promise<TrainingResult> {
  const { train: examples, validation, epochs } = task;
  if (examples.count < 2 || validation.count < 1)
    throw bitfrontError('NETWORK_EXAMPLES_MISSING', { train: examples.count, validation: validation.count });
  const { random, checkpoint, progress } = context;
  const trainee = makeTrainee(task, random);
  const { steps, workPerStep } = trainee;
  const saveEvery = Math.max(1, Math.round(checkpointWork / (workPerStep * steps)));
  const saved = await checkpoint.load();
  let state: TrainingState = saved === undefined ? untrained(examples.count) : readState(trainee, saved);
  let finished: FinishedNetwork | undefined;
  const say = (epochsDone: number) => {
    const last = state.log.at(-1)?.validationErrorRate;
    const note = last === undefined ? '' : `, validation error ${(100 * last).toFixed(2)} %`;
    progress(epochsDone / epochs, `epoch ${Math.min(epochs, state.epoch + 1)}/${epochs}${note}`);
  };
  const afterEpoch = async ({ epoch, order, trainLoss, trainErrorRate }: EpochResult) => {
    if (!Number.isFinite(trainLoss)) throw bitfrontError('NETWORK_DIVERGED', { epoch, loss: trainLoss });
    finished = finish(trainee, task, epoch === epochs ? examples.count : quickExamples, random);
    const validationErrorRate = errorRate(trainee, finished.folded, validation, random);
    const log = [...state.log, { epoch, trainLoss, trainErrorRate, validationErrorRate }];
    state = { epoch, order, log };
    if (epoch % saveEvery === 0 && epoch < epochs) await checkpoint.save(writeState(trainee, state));
    await rest(0, () => say(epoch));
  };
  const rest = rester(workPerStep, context.signal);
  const threads = await openThreads(task, writeState(trainee, state), trainee, context);
  try {
    const afterStep = (step: number) => rest(step, () => say(state.epoch + step / steps));
    await runEpochs(task, trainee, state, { ...threads, afterStep, afterEpoch });
  } finally {
    await threads.close();
  }
  return { ...(finished as unknown as FinishedNetwork), log: state.log };
}

/** Statistics of all epochs but the last are taken over this many examples: they serve the log alone. */
const quickExamples = 2000;

/** Operations that take one thread about half a minute: what a killed training loses at most, beyond an epoch. */
const halfAMinute = 4e12;

function untrained(examples: number): TrainingState {
  return { epoch: 0, order: Uint32Array.from({ length: examples }, (_, index) => index), log: [] };
}
