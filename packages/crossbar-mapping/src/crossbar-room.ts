import type { CrossbarMapping } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

export type Pairs = CrossbarMapping['pairs'];
export type CrossbarSize = CrossbarMapping['array'];

/** How every crossbar is used, whatever the layer. */
export interface CrossbarUse {
  readonly pairs: Pairs;
  /** One row of every crossbar is always driven and holds biases. */
  readonly biasRow: boolean;
}

/** A crossbar as layers see it: rows for inputs, and outputs side by side. */
export interface CrossbarRoom extends CrossbarUse {
  readonly rows: number;
  readonly outputs: number;
  /** Rows of the bias: 0 or 1. */
  readonly biasRows: number;
  /** Physical columns of an output in one crossbar, cells of a weight, and crossbars that do the work of one. */
  readonly columnsPerOutput: number;
  readonly cellsPerWeight: number;
  readonly twins: number;
}

/**
 * Room of a crossbar: rows − bias row for inputs, ⌊columns / d⌋ outputs, d = 2 for neighbouring columns.
 * @throws MAPPING_CROSSBAR_TOO_SMALL where not one weight fits
 */
export function crossbarRoom(array: CrossbarSize, use: CrossbarUse): CrossbarRoom {
  const { pairs, biasRow } = use;
  const { biasRows, columnsPerOutput } = shareOfOne(use);
  const [rows, outputs] = [array.rows - biasRows, Math.floor(array.columns / columnsPerOutput)];
  if (shortOf(array, use) !== undefined)
    throw bitfrontError('MAPPING_CROSSBAR_TOO_SMALL', {
      ...array,
      pairs,
      biasRow: String(biasRow),
      needs: needsText(use),
    });
  const cellsPerWeight = pairs === 'single' ? 1 : 2;
  const twins = pairs === 'separate-crossbars' ? 2 : 1;
  return { pairs, biasRow, rows, outputs, biasRows, columnsPerOutput, cellsPerWeight, twins };
}

/** What a crossbar lacks for one weight. */
export function shortOf({ rows, columns }: CrossbarSize, use: CrossbarUse): 'rows' | 'columns' | undefined {
  const { biasRows, columnsPerOutput } = shareOfOne(use);
  if (columns < columnsPerOutput) return 'columns';
  return rows <= biasRows ? 'rows' : undefined;
}

function needsText(use: CrossbarUse): string {
  const { biasRows, columnsPerOutput } = shareOfOne(use);
  return `${counted(1 + biasRows, 'row')} and ${counted(columnsPerOutput, 'column')}`;
}

function shareOfOne({ pairs, biasRow }: CrossbarUse) {
  return { biasRows: biasRow ? 1 : 0, columnsPerOutput: pairs === 'neighbouring-columns' ? 2 : 1 };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
