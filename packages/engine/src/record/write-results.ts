import type { Objective } from '@bitfront/core';
import { hypervolume, paretoFront } from '@bitfront/pareto';
import { type CsvCell, openJournalReader, type OffsetIndex, type RowEvent, writeCsv } from '@bitfront/store';
import type { Plan } from '../plan/plan.ts';
import { askPoints } from '../run/ask-points.ts';
import { choicePreparer, pointId, type PreparedChoice } from '../run/prepared-choice.ts';
import { createEvidenceBook, type EvidenceBook } from './evidence-book.ts';
import { type Counts, countRow, objectiveVector } from './recorder.ts';
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
export function writeResults(plan: Plan, files: ResultFiles, index: OffsetIndex): WrittenResults {
  const reader = openJournalReader(files.journal);
  const book = createEvidenceBook();
  const header = plan.columns.map((column) => column.name);
  const measures = plan.columns.filter((column) => column.role === 'measure').map((column) => column.name);
  const offsets: number[] = [];
  const vectors: number[] = [];
  const cells = (event: RowEvent, choices: readonly PreparedChoice[]): CsvCell[] => [
    event.id,
    event.status,
    event.errorCode,
    ...choices.flatMap((choice) => choice.cells),
    ...measures.map((name) => event.measures[name]),
    book.idOf(choices),
  ];
  const counts: Counts = { ok: 0, failed: 0, timedOut: 0 };
  const all = function* (): Generator<CsvCell[]> {
    for (const { choices, offset } of recorded(plan, index)) {
      const event = reader.read(offset) as RowEvent;
      const vector = objectiveVector(event, plan.objectives);
      if (vector !== undefined) {
        offsets.push(offset);
        vectors.push(...vector);
      }
      countRow(counts, event);
      yield cells(event, choices);
    }
  };
  try {
    writeCsv(files.points, header, all());
    const matrix = Float64Array.from(vectors);
    const front = paretoFront(matrix, plan.objectives.length);
    const best = new Set(Array.from(front, (row) => offsets[row] ?? -1));
    const fronts = function* (): Generator<CsvCell[]> {
      for (const { choices, offset } of recorded(plan, index))
        if (best.has(offset)) yield cells(reader.read(offset) as RowEvent, choices);
    };
    writeCsv(files.front, header, fronts());
    const volume = hypervolume(pick(matrix, front, plan.objectives.length), plan.objectives.length, reference(plan.objectives));
    return { counts, frontSize: front.length, hypervolume: volume, evidence: book.entries };
  } finally {
    reader.close();
  }
}

/** The recorded points in plan order. */
function* recorded(plan: Plan, index: OffsetIndex): Generator<{ choices: readonly PreparedChoice[]; offset: number }> {
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
  rows.forEach((row, position) => picked.set(matrix.subarray(row * width, (row + 1) * width), position * width));
  return picked;
}

/** The reference point, turned to minimisation like the vectors. */
function reference(objectives: readonly Objective[]): number[] {
  return objectives.map(({ direction, reference }) => (direction === 'minimise' ? reference : -reference));
}
