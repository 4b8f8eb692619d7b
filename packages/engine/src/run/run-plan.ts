import { concat, defer, from, fromEvent, interval, merge, type Observable, of, race, timer } from 'rxjs';
import {
  finalize,
  ignoreElements,
  map,
  mergeMap,
  switchMap,
  take,
  takeUntil,
  takeWhile,
  tap,
} from 'rxjs/operators';
import type { Plan } from '../plan/plan.ts';
import { resultFiles } from '../record/result-folder.ts';
import { addWork } from '../record/past-work.ts';
import { runReport } from '../record/run-report.ts';
import { writeResults } from '../record/write-results.ts';
import { writeFileAtomic } from '@bitfront/store';
import { estimate } from './estimate.ts';
import { pullMap } from './pull-map.ts';
import type { RunEvent, RunProgress } from './run-event.ts';
import type { RunOptions } from './run-options.ts';
import { secondsLeft, type ExpectedCalls } from './seconds-left.ts';
import { type StartedRun, startRun } from './start-run.ts';

/** Points under way: enough to fill batches; more while a thread has nothing to do, so that it finds its training. */
const usualUnderWay = 512;
const mostUnderWay = 32_768;
const starvingMs = 50;
const progressMs = 200;
/** Larger plans go without an estimate of the time left from their stage calls. */
const mostForeseen = 5_000;
const graceMs = 10_000;

/**
 * Runs a plan: pulls points, sends them through their stages, records rows, and at the end writes the files.
 * Errors of the observable are those of the run itself; a failing point is a row.
 */
export function runPlan(plan: Plan, options: RunOptions): Observable<RunEvent> {
  return defer(() => {
    const started = performance.now();
    return from(startRun(plan, options)).pipe(
      mergeMap((run) =>
        concat(
          merge(
            run.notices.pipe(map((message): RunEvent => ({ type: 'notice', message }))),
            points(plan, options, run).pipe(finalize(() => run.notices.complete())),
          ),
          defer(() => finish(plan, options, run, started)),
          // A run that reached its end has synced its journal; where it did not, its own error is told already.
        ).pipe(finalize(() => void run.close().catch(() => undefined))),
      ),
    );
  });
}

/** Works through all open points, telling how far it is; ends early some seconds after an abort. */
function points(plan: Plan, options: RunOptions, run: StartedRun): Observable<RunEvent> {
  const { signal, executor } = options;
  let allowed = usualUnderWay;
  const hasRoom = (underWay: number) => !signal.aborted && underWay < allowed;
  let look: () => void = () => undefined;
  const lookFurther = interval(starvingMs).pipe(
    tap(() => {
      if (!run.dispatcher.idle || allowed >= mostUnderWay) return;
      allowed *= 2;
      look();
    }),
    ignoreElements(),
  );
  const pulled = pullMap(run.next, run.process, hasRoom, (next) => {
    look = next;
  });
  const work = concat(pulled.pipe(ignoreElements()), of('ended' as const));
  const abort: Observable<unknown> = signal.aborted ? of(signal) : fromEvent(signal, 'abort').pipe(take(1));
  const aborted = abort.pipe(
    switchMap(() => {
      run.dispatcher.stop();
      return race(timer(graceMs), from(run.dispatcher.drained()));
    }),
  );
  let expected: readonly ExpectedCalls[] | undefined;
  const since = new Map<string, number>();
  if (run.total <= mostForeseen)
    void estimate(plan, options).then(
      ({ calls }) => (expected = calls.filter(({ weight }) => weight === 'heavy')),
      () => undefined,
    );
  const progress = (): RunEvent => {
    const now = performance.now();
    for (const { plugin } of run.counter.running) if (!since.has(plugin)) since.set(plugin, now);
    const elapsed = new Map([...since].map(([plugin, start]) => [plugin, (now - start) / 1000]));
    const left = expected && secondsLeft(expected, run.counter, executor.threads, elapsed);
    return {
      type: 'progress',
      ...progressOf(run),
      ...(left && { secondsLeft: left.seconds, secondsLeftAtLeast: left.atLeast }),
    };
  };
  const told = merge(work, lookFurther, interval(progressMs).pipe(map(progress))).pipe(
    takeUntil(aborted),
    takeWhile((event) => event !== 'ended'),
  );
  return concat(
    told,
    defer(() => of(progress())),
  ) as Observable<RunEvent>;
}

function progressOf(run: StartedRun): RunProgress {
  const { failed, timedOut } = run.recorder.counts;
  return {
    done: run.done,
    total: run.total,
    failed: failed + timedOut,
    computed: run.counter.totals.computed,
    reused: run.counter.totals.reused,
    frontSize: run.recorder.frontSize,
    running: run.counter.running,
  };
}

async function finish(plan: Plan, options: RunOptions, run: StartedRun, started: number): Promise<RunEvent> {
  const files = resultFiles(options.folder);
  const status = run.complete ? 'complete' : 'interrupted';
  const wallTimeSeconds = (performance.now() - started) / 1000;
  const work = addWork(run.pastWork, { stageCalls: run.counter.byPlugin, wallTimeSeconds });
  run.folder.journal.append({ t: 'end', status, stageCalls: run.counter.byPlugin, wallTimeSeconds });
  await run.folder.journal.sync();
  const results = await writeResults(plan, files, run.recorder);
  const report = runReport(plan, {
    status,
    planned: run.complete ? run.done : run.total,
    results,
    work,
    executor: options.executorName,
    threads: options.executor.threads,
    gitCommit: options.gitCommit,
  });
  writeFileAtomic(files.run, `${JSON.stringify(report, undefined, 2)}\n`);
  const { seconds } = run.counter.totals;
  const alreadyDone = status === 'complete' && run.counter.totals.computed + run.counter.totals.reused === 0;
  return { type: 'finished', summary: { status, alreadyDone, files, report, stageSeconds: seconds } };
}
