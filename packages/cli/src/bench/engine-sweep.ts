import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchPlan, type RunSummary, runPlan } from '@bitfront/engine';
import { inlineExecutor } from '@bitfront/pool';
import { openProgress } from '../progress/open-progress.ts';
import { watchRun } from '../world/watch-run.ts';

const sampleMs = 20;

/** One sweep by the engine alone: what a point costs beside its stages, and the most memory that was resident. */
export interface EngineBench {
  readonly points: number;
  readonly lightStages: number;
  readonly columns: number;
  readonly wallSeconds: number;
  readonly stageSeconds: number;
  /** (wall time − time inside stages) / points. */
  readonly microsecondsPerPoint: number;
  readonly peakMemoryMiB: number;
}

/** Sweeps that many points over five light stages, with journal, fsync and CSV, in this thread. */
export async function engineSweep(points: number): Promise<EngineBench> {
  const folder = mkdtempSync(join(tmpdir(), 'bitfront-bench-'));
  const executor = inlineExecutor.open({ threads: 1 });
  let peak = process.memoryUsage.rss();
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, sampleMs);
  try {
    const plan = benchPlan(points);
    const start = performance.now();
    const summary = await watchRun(runPlan(plan, options(folder, executor)), openProgress('none'));
    const wallSeconds = (performance.now() - start) / 1000;
    return {
      points,
      lightStages: plan.slots.length,
      columns: plan.columns.length,
      wallSeconds,
      stageSeconds: summary.stageSeconds,
      microsecondsPerPoint: perPoint(wallSeconds, summary, points),
      peakMemoryMiB: Math.round(peak / 2 ** 20),
    };
  } finally {
    clearInterval(sampler);
    await executor.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function options(folder: string, executor: ReturnType<typeof inlineExecutor.open>) {
  return {
    folder: join(folder, 'results'),
    cacheFolder: join(folder, 'cache'),
    executor,
    executorName: 'inline',
    fresh: false,
    host: { dataFolders: [] },
    signal: new AbortController().signal,
  };
}

function perPoint(wallSeconds: number, { stageSeconds }: RunSummary, points: number): number {
  return ((wallSeconds - stageSeconds) / points) * 1e6;
}
