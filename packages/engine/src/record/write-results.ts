import type { Objective } from '@bitfront/core';
import { hypervolume, paretoFront } from '@bitfront/pareto';
import { type CsvCell, writeCsv } from '@bitfront/store';
import type { Plan } from '../plan/plan.ts';
import { askPoints } from '../run/ask-points.ts';
import { choicePreparer, type PreparedChoice, pointId } from '../run/prepared-choice.ts';
import { createEvidenceBook, type EvidenceBook } from './evidence-book.ts';
import type { Counts, Recorder } from './recorder.ts';
import type { ResultFiles } from './result-folder.ts';
import { openRowReader, type RowReader } from './row-reader.ts';

/** What the CSV files turned out to hold. */
export interface WrittenResults {
  readonly counts: Counts;
  readonly frontSize: number;
  readonly hypervolume: number;
  readonly evidence: EvidenceBook['entries'];
}

interface Recorded {
  readonly choices: readonly PreparedChoice[];
  readonly offset: number;
}

/**
 * Writes points.csv and front.csv: a pure function of plan and journal, in plan order, whatever the order in which
 * points were finished. Memory does not grow with the rows but for 8 bytes per objective and row.
 */
export async function writeResults(
  plan: Plan,
  files: ResultFiles,
  recorder: Pick<Recorder, 'index' | 'order' | 'sets'>,
): Promise<WrittenResults> {
  const reader = openRowReader(plan, files.journal, recorder.sets);
  const book = createEvidenceBook();
  const header = plan.columns.map((column) => column.name);
  const width = plan.objectives.length;
  const offsets: number[] = [];
  const vectors: number[] = [];
  const counts: Counts = { ok: 0, failed: 0, timedOut: 0 };
  const all = function* (): Generator<CsvCell[]> {
    for (const point of inPlanOrder(plan, recorder)) {
      const row = reader.at(point.offset);
      counts[row.status]++;
      if (row.vector !== undefined) {
        offsets.push(point.offset);
        vectors.push(...row.vector);
      }
      yield cells(point, row, book);
    }
  };
  try {
    await writeCsv(files.points, header, all());
    const matrix = Float64Array.from(vectors);
    const front = paretoFront(matrix, width);
    const best = new Set(Array.from(front, (row) => offsets[row] ?? -1));
    const fronts = function* (): Generator<CsvCell[]> {
      for (const point of inPlanOrder(plan, recorder))
        if (best.has(point.offset)) yield cells(point, reader.at(point.offset), book);
    };
    await writeCsv(files.front, header, fronts());
    const volume = hypervolume(pick(matrix, front, width), width, reference(plan.objectives));
    return { counts, frontSize: front.length, hypervolume: volume, evidence: book.entries };
  } finally {
    reader.close();
  }
}

/**
 * The recorded points in plan order. A start that ended early has not asked for all points that earlier ones
 * recorded: these are found by their id.
 */
function* inPlanOrder(plan: Plan, { index, order }: Pick<Recorder, 'index' | 'order'>): Generator<Recorded> {
  const next = askPoints(plan);
  const prepare = choicePreparer(plan);
  let place = 0;
  for (let point = next(); point !== undefined; point = next()) {
    const choices = prepare(point);
    const offset = place < order.length ? order.get(place) : index.get(pointId(choices));
    place++;
    if (offset !== undefined) yield { choices, offset };
  }
}

function cells({ choices }: Recorded, row: ReturnType<RowReader['at']>, book: EvidenceBook): CsvCell[] {
  const line: CsvCell[] = [row.id, row.status === 'timedOut' ? 'timeout' : row.status, row.errorCode];
  for (const choice of choices) line.push(choice.cells);
  if (row.measures.length > 0) line.push(...row.measures);
  line.push(book.idOf(choices));
  return line;
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
