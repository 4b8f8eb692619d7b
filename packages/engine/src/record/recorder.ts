import { ParetoArchive } from '@bitfront/pareto';
import { type Journal, OffsetIndex, type RowEvent } from '@bitfront/store';
import { measureLayout } from '../plan/measure-layout.ts';
import type { Plan } from '../plan/plan.ts';
import { createMeasureSets, type MeasureSets, type Measures } from './measure-sets.ts';
import { OffsetList } from './offset-list.ts';
import type { RunHeader } from './run-header.ts';
import type { PointOutcome } from '../run/walk-point.ts';

/** Puts outcomes into the journal and keeps what must be known while a run goes on. */
export interface Recorder {
  /** Where each recorded point stands in the journal. */
  readonly index: OffsetIndex;
  readonly counts: Readonly<Counts>;
  readonly frontSize: number;
  readonly sets: MeasureSets;
  restoreHeader(header: RunHeader, offset: number): void;
  /** Takes up a row that an earlier start has written. */
  restore(event: RowEvent, offset: number): void;
  /** The offset of the row in the journal. */
  record(id: string, evidence: string, outcome: PointOutcome): number;
  /** Offsets by the order in which this start asked for points. */
  readonly order: OffsetList;
}

export interface Counts {
  ok: number;
  failed: number;
  timedOut: number;
}

export function createRecorder(journal: Journal, plan: Plan): Recorder {
  const { names } = measureLayout(plan);
  const sets = createMeasureSets(names);
  const vectorOf = objectiveVector(plan);
  const index = new OffsetIndex();
  const counts: Counts = { ok: 0, failed: 0, timedOut: 0 };
  const archive = new ParetoArchive<number>(plan.objectives.length);
  const take = (event: RowEvent, offset: number) => {
    index.set(event.id, offset);
    countRow(counts, event);
    if (event.status !== 'ok') return;
    const measures = sets.measuresAt(offset, event);
    const vector = vectorOf((place) => measures[place]);
    if (vector !== undefined) archive.add(offset, vector);
  };
  return {
    index,
    counts,
    sets,
    get frontSize() {
      return archive.size;
    },
    restoreHeader: ({ measures }, offset) => sets.declare(offset, measures),
    restore(event, offset) {
      if (event.retry !== true) take(event, offset);
    },
    record(id, evidence, outcome) {
      const event = rowEvent(id, evidence, outcome);
      const offset = journal.append(event);
      take(event, offset);
      return offset;
    },
    order: new OffsetList(),
  };
}

export function countRow(counts: Counts, { status }: RowEvent): void {
  if (status === 'timeout') counts.timedOut++;
  else counts[status]++;
}

/**
 * Makes the objective values of a row, all to be minimised; nothing for a row that lacks one of them.
 * The function it returns asks for the values of the row by their place among the measures.
 */
export function objectiveVector(
  plan: Plan,
): (valueAt: (place: number) => Measures[number]) => readonly number[] | undefined {
  const { names } = measureLayout(plan);
  const places = plan.objectives.map(({ column }) => names.indexOf(column));
  const signs = plan.objectives.map(({ direction }) => (direction === 'minimise' ? 1 : -1));
  return (valueAt) => {
    const vector: number[] = [];
    for (const [index, place] of places.entries()) {
      const value = valueAt(place);
      if (typeof value !== 'number') return undefined;
      vector.push(value * (signs[index] ?? 1));
    }
    return vector;
  };
}

function rowEvent(id: string, evidence: string, outcome: PointOutcome): RowEvent {
  if (outcome.status === 'ok') return { t: 'row', id, status: 'ok', measures: outcome.measures, evidence };
  const { code, message, stack, blame } = outcome.failure;
  return {
    t: 'row',
    id,
    status: outcome.status,
    errorCode: code,
    measures: [],
    evidence,
    failure: { message, ...(stack === undefined ? {} : { stack }) },
    ...(blame === 'machine' ? { retry: true } : {}),
  };
}
