import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Point } from '@bitfront/core';
import { type ArtifactStore, openArtifactStore } from '@bitfront/store';
import { measureLayout } from '../plan/measure-layout.ts';
import { ReplaySubject } from 'rxjs';
import type { Plan } from '../plan/plan.ts';
import { createEvidenceBook } from '../record/evidence-book.ts';
import { createRecorder, type Recorder } from '../record/recorder.ts';
import type { Work } from '../record/past-work.ts';
import { openResultFolder, type ResultFolder } from '../record/result-folder.ts';
import { outsideFiles } from '../record/outside-files.ts';
import { runHeader } from '../record/run-header.ts';
import { askPoints, countPoints } from './ask-points.ts';
import { type CallCounter, createCallCounter } from './call-counter.ts';
import { createDispatcher, type Dispatcher } from './dispatcher.ts';
import { createMemo } from './memo.ts';
import { choicePreparer, type PreparedChoice, pointId } from './prepared-choice.ts';
import type { RunOptions } from './run-options.ts';
import { type PointOutcome, walkPoint } from './walk-point.ts';

/** A run with its folder locked and its earlier rows restored. */
export interface StartedRun {
  readonly total: number;
  /** Points of the plan that have a row. */
  readonly done: number;
  /** True when every point of the plan has a row. */
  readonly complete: boolean;
  readonly pastWork: Work;
  /** What the user should know; completed when no point is left. */
  readonly notices: ReplaySubject<string>;
  readonly counter: CallCounter;
  readonly dispatcher: Dispatcher;
  readonly recorder: Recorder;
  readonly folder: ResultFolder;
  /** The next point without a row, or undefined at the end. */
  next(): OpenPoint | undefined;
  process(point: OpenPoint): Promise<void>;
  close(): Promise<void>;
}

export interface OpenPoint {
  readonly id: string;
  /** Its place in the order of the plan. */
  readonly place: number;
  readonly choices: readonly PreparedChoice[];
}

export async function startRun(plan: Plan, options: RunOptions): Promise<StartedRun> {
  const notices = new ReplaySubject<string>();
  const notice = (message: string) => notices.next(message);
  const files = await outsideFiles(plan, options.host);
  const folder = await openResultFolder(options.folder, runHeader(plan, files), {
    fresh: options.fresh,
    notice,
  });
  try {
    const recorder = createRecorder(folder.journal, plan);
    await folder.restore(recorder.restoreHeader, recorder.restore);
    const onDamaged = (file: string) =>
      notice(`The cached artifact ${file} was damaged; it is computed again.`);
    const store = temporaryOr(options.cacheFolder, onDamaged);
    const counter = createCallCounter((plugin, key, seconds) =>
      folder.journal.append({ t: 'stage', plugin, key, seconds, reused: false }),
    );
    const { timeoutMs } = options;
    const dispatcher = createDispatcher(options.executor, timeoutMs === undefined ? {} : { timeoutMs });
    const { executor, host } = options;
    const memo = createMemo({
      executor,
      dispatcher,
      store: store.store,
      counter,
      host,
      seed: plan.seed,
      onDamaged,
      notice,
      checkpoints: options.cacheFolder !== undefined,
    });
    const book = createEvidenceBook();
    const prepare = choicePreparer(plan);
    const layout = measureLayout(plan);
    const ask = askPoints(plan);
    let done = 0;
    let underWay = 0;
    let exhausted = false;
    return {
      total: countPoints(plan),
      get done() {
        return done;
      },
      get complete() {
        return exhausted && underWay === 0;
      },
      pastWork: folder.pastWork,
      notices,
      counter,
      dispatcher,
      recorder,
      folder,
      next() {
        const point = nextOpen(ask, prepare, recorder, () => done++);
        if (point === undefined) exhausted = true;
        else underWay++;
        return point;
      },
      async process({ id, place, choices }) {
        const outcome: PointOutcome = await walkPoint(choices, memo, layout);
        recorder.order.set(place, recorder.record(id, book.idOf(choices), outcome));
        done++;
        underWay--;
      },
      async close() {
        store.remove();
        try {
          folder.journal.close();
        } finally {
          folder.lock.release();
        }
      },
    };
  } catch (error) {
    folder.lock.release();
    throw error;
  }
}

function nextOpen(
  ask: () => Point | undefined,
  prepare: (point: Point) => readonly PreparedChoice[],
  { index, order }: Recorder,
  onRestored: () => void,
): OpenPoint | undefined {
  for (let point = ask(); point !== undefined; point = ask()) {
    const choices = prepare(point);
    const id = pointId(choices);
    const place = order.length;
    const offset = index.get(id);
    order.set(place, offset);
    if (offset === undefined) return { id, place, choices };
    onRestored();
  }
  return undefined;
}

/** Without a cache, artifacts live in a folder that goes with the run. */
function temporaryOr(
  folder: string | undefined,
  onDamaged: (file: string) => void,
): { readonly store: ArtifactStore; remove(): void } {
  if (folder !== undefined)
    return { store: openArtifactStore(folder, { onDamaged }), remove: () => undefined };
  const own = mkdtempSync(join(tmpdir(), 'bitfront-'));
  const remove = () => rmSync(own, { recursive: true, force: true });
  return { store: openArtifactStore(own, { onDamaged }), remove };
}
