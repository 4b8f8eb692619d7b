import { type CsvCell, openJournalReader, type RowEvent } from '@bitfront/store';
import { measureLayout } from '../plan/measure-layout.ts';
import type { Plan } from '../plan/plan.ts';
import type { Measures, MeasureSets } from './measure-sets.ts';
import { type Counts, objectiveVector } from './recorder.ts';
import { idText, measuresText, numberAt } from './row-text.ts';

/** A row of the journal, ready for CSV. */
export interface ReadRow {
  readonly id: string;
  readonly status: keyof Counts;
  readonly errorCode: string | undefined;
  /** The cells of all measures. */
  readonly measures: readonly CsvCell[];
  /** Objective values, all to be minimised; nothing for a row that lacks one. */
  readonly vector: readonly number[] | undefined;
}

export interface RowReader {
  at(offset: number): ReadRow;
  close(): void;
}

/** Reads rows by their offset. Where a row holds numbers only, its JSON goes into the CSV as it stands. */
export function openRowReader(plan: Plan, file: string, sets: MeasureSets): RowReader {
  const reader = openJournalReader(file);
  const { names } = measureLayout(plan);
  const none: Measures = new Array(names.length).fill(undefined);
  const vectorOf = objectiveVector(plan);

  const parsed = (offset: number, json: string): ReadRow => {
    const event = JSON.parse(json) as RowEvent;
    const ok = event.status === 'ok';
    const measures = ok ? sets.measuresAt(offset, event) : none;
    return {
      id: event.id,
      status: event.status === 'timeout' ? 'timedOut' : event.status,
      errorCode: event.errorCode,
      measures: measures.map((value) => value ?? undefined),
      vector: ok ? vectorOf((place) => measures[place]) : undefined,
    };
  };
  return {
    at(offset) {
      const json = reader.textAt(offset);
      const text = sets.inOrder(offset) ? measuresText(json) : undefined;
      if (text === undefined) return parsed(offset, json);
      const vector = vectorOf((place) => numberAt(text, place));
      return { id: idText(json), status: 'ok', errorCode: undefined, measures: [{ csv: text }], vector };
    },
    close: () => reader.close(),
  };
}
