import type { Objective } from '@bitfront/core';
import { hypervolume, paretoFront } from '@bitfront/pareto';
import { type CsvCell, openJournalReader, type OffsetIndex, type RowEvent, writeCsv } from '@bitfront/store';
import { measureLayout } from '../plan/measure-layout.ts';
import type { Plan } from '../plan/plan.ts';
import { askPoints } from '../run/ask-points.ts';
import { choicePreparer, pointId, type PreparedChoice } from '../run/prepared-choice.ts';
import { createEvidenceBook, type EvidenceBook } from './evidence-book.ts';
import type { Measures } from './measure-sets.ts';
import { type Counts, countRow, objectiveVector, type Recorder } from './recorder.ts';
import type { ResultFiles } from './result-folder.ts';

/** What the CSV files turned out to hold. */
export interface WrittenResults {
  readonly counts: Counts;
  readonly frontSize: number;
  readonly hypervolume: number;
  readonly evidence: EvidenceBook['entries'];
}

/**
 * Writes points.csv and front.csv: a pure function of plan and journal, in plan order, whatever the order in which
 * points were finished. Memory does not grow with the rows but for 8 bytes per objective and row.
 */
export async function writeResults(
  plan: Plan,
  files: ResultFiles,
  recorded: Pick<Recorder, 'index' | 'sets'>,
): Promise<WrittenResults> {
  const reader = openJournalReader(files.journal);
  const book = createEvidenceBook();
  const header = plan.columns.map((column) => column.name);
  const { names } = measureLayout(plan);
  const none: Measures = new Array(names.length).fill(undefined);
  const vectorOf = objectiveVector(plan);
  const offsets: number[] = [];
  const vectors: number[] = [];
  const measuresOf = (event: RowEvent, offset: number): Measures =>
    event.status === 'ok' ? recorded.sets.measuresAt(offset, event) : none;
  const cells = (event: RowEvent, choices: readonly PreparedChoice[], measures: Measures): CsvCell[] => {
    const row: CsvCell[] = [event.id, event.status, event.errorCode];
    for (const choice of choices) for (const cell of choice.cells) row.push(cell);
    for (const cell of measures) row.push(cell ?? undefined);
    row.push(book.idOf(choices));
    return row;
  };
  const counts: Counts = { ok: 0, failed: 0, timedOut: 0 };
  const all = function* (): Generator<CsvCell[]> {
    for (const { choices, offset } of inPlanOrder(plan, recorded.index)) {
      const event = reader.at(offset) as RowEvent;
      const measures = measuresOf(event, offset);
      const vector = event.status === 'ok' ? vectorOf(measures) : undefined;
      if (vector !== undefined) {
        offsets.push(offset);
        vectors.push(...vector);
      }
      countRow(counts, event);
      yield cells(event, choices, measures);
    }
  };
  try {
    await writeCsv(files.points, header, all());
    const matrix = Float64Array.from(vectors);
    const front = paretoFront(matrix, plan.objectives.length);
    const best = new Set(Array.from(front, (row) => offsets[row] ?? -1));
    const fronts = function* (): Generator<CsvCell[]> {
      for (const { choices, offset } of inPlanOrder(plan, recorded.index)) {
        if (!best.has(offset)) continue;
        const event = reader.at(offset) as RowEvent;
        yield cells(event, choices, measuresOf(event, offset));
      }
    };
    await writeCsv(files.front, header, fronts());
    const volume = hypervolume(
      pick(matrix, front, plan.objectives.length),
      plan.objectives.length,
      reference(plan.objectives),
    );
    return { counts, frontSize: front.length, hypervolume: volume, evidence: book.entries };
  } finally {
    reader.close();
  }
}

/** The recorded points in plan order. */
function* inPlanOrder(
  plan: Plan,
  index: OffsetIndex,
): Generator<{ choices: readonly PreparedChoice[]; offset: number }> {
  const next = askPoints(plan);
  const prepare = choicePreparer(plan);
  for (let point = next(); point !== undefined; point = next()) {
    const choices = prepare(point);
    const offset = index.get(pointId(choices));
    if (offset !== undefined) yield { choices, offset };
  }
}

function pick(matrix: Float64Array, rows: Uint32Array, width: number): Float64Array {
  const picked = new Float64Array(rows.length * width);
  for (const [position, row] of rows.entries())
    picked.set(matrix.subarray(row * width, (row + 1) * width), position * width);
  return picked;
}

/** The reference point, turned to minimisation like the vectors. */
function reference(objectives: readonly Objective[]): number[] {
  return objectives.map(({ direction, reference }) => (direction === 'minimise' ? reference : -reference));
}
