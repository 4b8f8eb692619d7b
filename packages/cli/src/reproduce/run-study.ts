import { join } from 'node:path';
import type { Executor } from '@bitfront/core';
import { makePlan, loadPipeline, runPlan, type RunSummary } from '@bitfront/engine';
import { type ResultRow, resultRow } from '@bitfront/reproductions';
import type { ProgressSink } from '../progress/progress-sink.ts';
import { readRows } from '../summary/read-rows.ts';
import { gitCommit } from '../world/git-commit.ts';
import type { Places } from '../world/places.ts';
import { watchRun } from '../world/watch-run.ts';

export interface StudyPlace {
  readonly executor: Executor;
  readonly executorName: string;
  readonly places: Places;
  /** Results go to a folder of the study's name in here. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly progress: ProgressSink;
}

export interface Study {
  readonly summary: RunSummary;
  /** Of the points that finished. */
  readonly rows: readonly ResultRow[];
}

/** Sweeps a pipeline, or goes on with it, as `bitfront sweep` does. */
export async function runStudy(name: string, place: StudyPlace): Promise<Study> {
  const { executor, executorName, places, folder, signal, progress } = place;
  const pipeline = await loadPipeline(name, { pipelinesFolder: places.pipelines });
  const plan = await makePlan(pipeline, { seed: 1, settings: [], pluginFiles: [] });
  const commit = gitCommit();
  const events = runPlan(plan, {
    folder: join(folder, name),
    executor,
    executorName,
    cacheFolder: places.cache,
    fresh: false,
    host: places.host,
    signal,
    ...(commit === undefined ? {} : { gitCommit: commit }),
  });
  const summary = await watchRun(events, progress);
  progress.end();
  const rows = readRows(summary.files.points).filter(({ status }) => status === 'ok');
  return { summary, rows: rows.map(resultRow) };
}
