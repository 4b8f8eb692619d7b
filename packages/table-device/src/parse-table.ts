import type { Evidence } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { type ColumnMeaning, columnMeaning } from './column-meaning.ts';
import { type FigureName, figureOf } from './figures.ts';
import type { Place } from './place.ts';
import { readFigure } from './read-figure.ts';
import { type CsvRow, readRecords } from './read-records.ts';
import { type Notes, splitNotes } from './split-notes.ts';

/** One measured condition: a row of the table. */
export interface Condition {
  readonly name: string;
  /** In the unit that each name ends with; a figure that is not known here is absent. */
  readonly figures: Readonly<Partial<Record<FigureName, number>>>;
  readonly how?: Exclude<Evidence, 'given'>;
  readonly cite?: string;
}

export interface MeasuredTable {
  readonly notes: Notes;
  /** Figures that have a column. */
  readonly columns: readonly FigureName[];
  readonly conditions: readonly Condition[];
}

/**
 * Reads a table of measured conditions: CSV, the units in the names of its columns, notes above its header.
 * @param file how errors call it
 * @throws TABLE_SHAPE_INVALID, TABLE_COLUMN_UNKNOWN, TABLE_VALUE_INVALID, each with its line
 */
export function parseTable(text: string, file: string): MeasuredTable {
  const { notes, rest, before } = splitNotes(text);
  const [header, ...rows] = readRecords(rest, file, before);
  if (header === undefined) throw shape({ file, line: 1 }, 'There is no header: the file is empty.');
  const place = { file, line: header.line };
  const meanings = header.cells.map((name) => columnMeaning(name, place));
  const columns = figuresOf(meanings, place);
  if (rows.length === 0) throw shape(place, 'There is no row below the header.');
  const seen = new Map<string, number>();
  const conditions = rows.map((row) => {
    const condition = readRow(row, header.cells, meanings, file);
    const first = seen.get(condition.name);
    if (first !== undefined)
      throw shape({ file, line: row.line }, `Line ${first} has the condition "${condition.name}" already.`);
    seen.set(condition.name, row.line);
    return condition;
  });
  return { notes, columns, conditions };
}

function figuresOf(meanings: readonly ColumnMeaning[], place: Place): readonly FigureName[] {
  const names = meanings.map((meaning) => (meaning.kind === 'figure' ? meaning.figure : meaning.kind));
  if (!names.includes('condition')) throw shape(place, 'There is no column "condition".');
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw shape(place, `Two columns give "${twice}".`);
  const columns = meanings.flatMap((meaning) => (meaning.kind === 'figure' ? [meaning.figure] : []));
  if (columns.length === 0) throw shape(place, 'There is no column of numbers.');
  for (const name of columns) {
    const { instead } = figureOf(name);
    if (columns.some((other) => other === instead))
      throw shape(place, `"${name}" and "${instead}" say the same in two ways.`);
  }
  return columns;
}

function readRow(
  { cells, line }: CsvRow,
  header: readonly string[],
  meanings: readonly ColumnMeaning[],
  file: string,
): Condition {
  const place = { file, line };
  if (cells[0]?.startsWith('#') === true) throw shape(place, 'Notes stand above the header.');
  if (cells.length !== header.length)
    throw shape(place, `It has ${cells.length} cells, the header has ${header.length}.`);
  const found: Partial<Record<FigureName, number>> = {};
  let texts: Omit<Condition, 'figures'> = { name: '' };
  for (const [at, meaning] of meanings.entries()) {
    const [text = '', column = ''] = [cells[at], header[at]];
    if (meaning.kind === 'figure') {
      const value = readFigure(text, column, meaning.figure, meaning.unit, place);
      if (value !== undefined) found[meaning.figure] = value;
    } else texts = { ...texts, ...readText(meaning.kind, text, place) };
  }
  refuseInverted(found, header, cells, place);
  return { ...texts, figures: found };
}

function refuseInverted(
  { lowResistanceKohm: low, highResistanceKohm: high }: Condition['figures'],
  header: readonly string[],
  cells: readonly string[],
  place: Place,
): void {
  if (low === undefined || high === undefined || high > low) return;
  const at = header.findIndex((name) => name.startsWith('highResistance'));
  throw bitfrontError('TABLE_VALUE_INVALID', {
    ...place,
    column: header[at] ?? 'highResistanceKohm',
    value: cells[at] ?? '',
    expected: `above the low resistance, ${low} kΩ`,
  });
}

function readText(
  kind: 'condition' | 'how' | 'cite',
  text: string,
  place: Place,
): Partial<Omit<Condition, 'figures'>> {
  const refuse = (expected: string) =>
    bitfrontError('TABLE_VALUE_INVALID', { ...place, column: kind, value: text, expected });
  if (kind === 'condition') {
    // Such names can be given with --set, where a comma separates values and a number is a number.
    const usable = /^[^\s,"'[\]{}][^,"'[\]{}\r\n]*$/.test(text) && !/^(true|false|null)$/.test(text);
    if (!usable || Number.isFinite(Number(text)))
      throw refuse('a name without commas, quotes and brackets that is more than a number');
    return { name: text };
  }
  if (text === '') return {};
  if (kind === 'cite') return { cite: text.replace(/\s+/g, ' ') };
  const how = evidences.find((word) => word === text);
  if (how === undefined) throw refuse(`one of ${evidences.join(', ')}, or empty`);
  return { how };
}

const evidences = ['measured', 'fitted', 'derived', 'assumed'] as const;

const shape = (place: Place, problem: string) =>
  bitfrontError('TABLE_SHAPE_INVALID', { file: place.file, line: place.line, problem });
