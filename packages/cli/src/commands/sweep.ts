import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Flags } from '@oclif/core';
import { runPlan, type RunSummary } from '@bitfront/engine';
import { BaseCommand } from '../base-command.ts';
import { exitCode } from '../failure/exit-code.ts';
import { openProgress, type ProgressKind } from '../progress/open-progress.ts';
import { readResults } from '../summary/read-results.ts';
import { sweepSummary } from '../summary/sweep-summary.ts';
import { writePlot } from '../summary/write-plot.ts';
import { findPlaces } from '../world/places.ts';
import { gitCommit } from '../world/git-commit.ts';
import { onInterrupt } from '../world/interrupt.ts';
import { openExecutor } from '../world/open-executor.ts';
import { shellText } from '../text/shell-text.ts';
import { secondsOf } from '../text/seconds-of.ts';
import { pipelineArgument, pipelineFlags, planFrom } from '../world/pipeline-flags.ts';
import { watchRun } from '../world/watch-run.ts';

export default class Sweep extends BaseCommand {
  static override summary = 'Run all points of a pipeline and keep the Pareto front.';
  static override description =
    `Writes points.csv, front.csv, front.svg, run.json and journal.jsonl. Started again, it goes on where it stopped; points added to the pipeline extend the run.

A JSON pipeline is data and runs no code. A TypeScript pipeline and every --plugin file are programs: run only those you trust.

Exit codes: 0 success, 1 error, 2 wrong usage, 3 finished with failed points, 130 interrupted.`;
  static override examples = [
    '<%= config.bin %> sweep mnist-first-front',
    '<%= config.bin %> sweep mnist-first-front --set device=device-sram-6t,device-stt-mram --set encoder.presentations=1,4,16',
    '<%= config.bin %> sweep study.json --plugin my-rram.ts --set device=my-rram --threads 8 --out results/mine',
  ];
  static override args = { pipeline: pipelineArgument };
  static override flags = {
    ...pipelineFlags,
    threads: Flags.integer({ min: 1, max: 1024, description: 'worker threads (default: one per core)' }),
    out: Flags.string({ helpValue: 'DIR', description: 'result folder (default: results/PIPELINE)' }),
    fresh: Flags.boolean({ description: 'start a new journal; finished artifacts are still reused' }),
    cache: Flags.boolean({
      allowNo: true,
      default: true,
      description: 'reuse finished artifacts of earlier runs and keep those of this one',
    }),
    timeout: Flags.string({
      helpValue: 'S',
      description: 'seconds after which a stage call fails; tried again when the sweep is resumed',
    }),
    executor: Flags.string({
      default: 'piscina',
      helpValue: 'NAME',
      description:
        'where stages run: piscina (worker threads), inline (this thread; only a kill ends a stage that loops), or a plugin',
    }),
    progress: Flags.string({
      options: ['auto', 'json', 'none'],
      default: 'auto',
      description: 'how progress is told on stderr',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Sweep);
    const places = findPlaces();
    const plan = await planFrom(args.pipeline, flags, places);
    const folder = flags.out ?? join('results', plan.pipeline.name);
    const { name, executor } = await openExecutor(
      flags.executor,
      flags.threads ?? availableParallelism(),
      places.pluginFolders,
    );
    const progress = openProgress(flags.progress as ProgressKind);
    const resume = ['bitfront', ...process.argv.slice(2).filter((word) => word !== '--fresh')];
    const interrupt = onInterrupt(() =>
      progress.notice('Interrupted: finishing what ends within 10 s. Press Ctrl-C again to stop at once.'),
    );
    try {
      const events = runPlan(plan, {
        folder,
        executor,
        executorName: name,
        fresh: flags.fresh,
        host: places.host,
        signal: interrupt.signal,
        ...(flags.cache ? { cacheFolder: places.cache } : {}),
        ...timeoutOf(flags.timeout),
        ...commitOf(),
      });
      const summary = await watchRun(events, progress);
      progress.end();
      const results = readResults(plan, summary.files.points);
      await writePlot(plan, results, summary.files.plot);
      this.print(await sweepSummary(plan, summary, results));
      process.exitCode = exitOf(summary);
      if (summary.status === 'interrupted')
        this.note(`\nInterrupted. To go on: ${resume.map(shellText).join(' ')}`);
    } finally {
      progress.end();
      interrupt.done();
      await executor.close();
    }
  }
}

function exitOf({ status, report }: RunSummary): number {
  if (status === 'interrupted') return exitCode.interrupted;
  return report.points.failed + report.points.timedOut > 0 ? exitCode.failedPoints : exitCode.success;
}

function timeoutOf(text: string | undefined): { readonly timeoutMs?: number } {
  if (text === undefined) return {};
  return { timeoutMs: secondsOf(text) * 1000 };
}

function commitOf(): { readonly gitCommit?: string } {
  const commit = gitCommit();
  return commit === undefined ? {} : { gitCommit: commit };
}
