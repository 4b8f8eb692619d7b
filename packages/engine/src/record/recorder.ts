import type { Objective, Row } from '@bitfront/core';
import { ParetoArchive } from '@bitfront/pareto';
import { type Journal, OffsetIndex, type RowEvent } from '@bitfront/store';
import type { PointOutcome } from '../run/walk-point.ts';

/** Puts outcomes into the journal and keeps what must be known while a run goes on. */
export interface Recorder {
  /** Where each recorded point stands in the journal. */
  readonly index: OffsetIndex;
  readonly counts: Readonly<Counts>;
  readonly frontSize: number;
  /** Takes up a row that an earlier start has written. */
  restore(event: RowEvent, offset: number): void;
  record(id: string, evidence: string, outcome: PointOutcome): void;
}

export interface Counts {
  ok: number;
  failed: number;
  timedOut: number;
}

export function createRecorder(journal: Journal, objectives: readonly Objective[]): Recorder {
  const index = new OffsetIndex();
  const counts: Counts = { ok: 0, failed: 0, timedOut: 0 };
  const archive = new ParetoArchive(objectives.length);
  const take = (event: RowEvent, offset: number) => {
    index.set(event.id, offset);
    countRow(counts, event);
    const vector = objectiveVector(event, objectives);
    if (vector !== undefined) archive.add(vector, offset);
  };
  return {
    index,
    counts,
    get frontSize() {
      return archive.size;
    },
    restore(event, offset) {
      if (event.retry !== true) take(event, offset);
    },
    record(id, evidence, outcome) {
      const event = rowEvent(id, evidence, outcome);
      take(event, journal.append(event));
    },
  };
}

export function countRow(counts: Counts, { status }: RowEvent): void {
  if (status === 'timeout') counts.timedOut++;
  else counts[status]++;
}

/** Objective values, all to be minimised; nothing for a row that failed or lacks one of them. */
export function objectiveVector(event: RowEvent, objectives: readonly Objective[]): readonly number[] | undefined {
  if (event.status !== 'ok') return undefined;
  const values: number[] = [];
  for (const { column, direction } of objectives) {
    const value = event.measures[column];
    if (typeof value !== 'number') return undefined;
    values.push(direction === 'minimise' ? value : -value);
  }
  return values;
}

function rowEvent(id: string, evidence: string, outcome: PointOutcome): RowEvent {
  if (outcome.status === 'ok') return { t: 'row', id, status: 'ok', measures: outcome.measures, evidence };
  const { code, message, stack, blame } = outcome.failure;
  return {
    t: 'row',
    id,
    status: outcome.status,
    errorCode: code,
    measures: {} as Row,
    evidence,
    failure: { message, ...(stack === undefined ? {} : { stack }) },
    ...(blame === 'machine' ? { retry: true } : {}),
  };
}
