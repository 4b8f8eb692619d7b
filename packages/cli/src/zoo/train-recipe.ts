import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset, Executor, Network } from '@bitfront/core';
import { type Plan, runPlan } from '@bitfront/engine';
import { bitfrontError } from '@bitfront/errors';
import { lockFolder } from '@bitfront/store';
import type { ZooRecipe, ZooTraining } from '@bitfront/zoo';
import type { ProgressSink } from '../progress/progress-sink.ts';
import { gitCommit } from '../world/git-commit.ts';
import type { Places } from '../world/places.ts';
import { watchRun } from '../world/watch-run.ts';
import { findJudge, judgeNetwork } from './judge-network.ts';
import { plannedStage, recipePlan } from './recipe-plan.ts';
import { type Seen, watchedExecutor } from './watched-executor.ts';

export interface TrainingPlace {
  readonly executor: Executor;
  readonly executorName: string;
  readonly places: Places;
  /** Checkpoints of an interrupted training lie in here, in a folder `work` that goes when it is done. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly progress: ProgressSink;
}

/**
 * Trains by a recipe, from its beginning or from the checkpoint of an interrupted training in the same folder, and
 * judges the network. The artifact store of sweeps is left aside, so that the weights are indeed trained again.
 * @returns nothing where it was interrupted
 * @throws STAGE_FAILED_ALONE, RESULTS_IN_USE, and the errors of making a plan
 */
export async function trainRecipe(recipe: ZooRecipe, place: TrainingPlace): Promise<ZooTraining | undefined> {
  const { places, folder, signal } = place;
  const plan = await recipePlan(recipe, places);
  const judge = await findJudge(recipe.pipeline.evaluator, places);
  const lock = lockFolder(folder);
  try {
    const { seen, executor } = await train(plan, place);
    const { dataset, encoding, network, failed } = seen;
    if (signal.aborted) return undefined;
    if (dataset === undefined || encoding === undefined || network === undefined) {
      const { code = 'STAGE_THREW', message = '' } = failed?.failure ?? {};
      throw bitfrontError('STAGE_FAILED_ALONE', { plugin: failed?.plugin ?? recipe.name, code, message });
    }
    const artifacts = { dataset, encoding, network };
    const bench = { executor, places, seed: recipe.seed, signal };
    const evaluation = await judgeNetwork(judge, artifacts, bench).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (evaluation === undefined) return undefined;
    rmSync(join(folder, 'work'), { recursive: true, force: true });
    const planned = (slot: string) => plannedStage(plan, slot);
    const pipeline = {
      dataset: planned('dataset'),
      encoder: planned('encoder'),
      trainer: planned('trainer'),
      evaluator: judge.stage,
    };
    const commit = gitCommit();
    const plugins = [...plan.plugins, judge.plugin].map(({ name, stage }) => [name, stage.version] as const);
    return {
      recipe: { schemaVersion: 1, name: recipe.name, title: recipe.title, pipeline, seed: recipe.seed },
      dataset: dataset as unknown as Dataset,
      network: network as unknown as Network,
      evaluation,
      trainedWith: {
        ...(commit === undefined ? {} : { commit }),
        node: process.versions.node,
        plugins: Object.fromEntries(plugins),
      },
    };
  } finally {
    lock.release();
  }
}

/** Runs the sweep of one point and catches what its stages make. */
async function train(plan: Plan, place: TrainingPlace): Promise<{ seen: Seen; executor: Executor }> {
  const { seen, executor } = watchedExecutor(place.executor);
  const run = join(place.folder, 'work', 'run');
  // A finished point would not be run again; what it took lies in the store beside.
  rmSync(run, { recursive: true, force: true });
  const events = runPlan(plan, {
    folder: run,
    executor,
    executorName: place.executorName,
    cacheFolder: join(place.folder, 'work', 'artifacts'),
    fresh: false,
    host: place.places.host,
    signal: place.signal,
  });
  await watchRun(events, place.progress);
  place.progress.end();
  return { seen, executor };
}
