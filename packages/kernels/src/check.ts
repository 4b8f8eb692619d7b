import { bitfrontError } from '@bitfront/errors';
import type { Arena } from './arena.ts';
import { laneBlock, type Matrix } from './matrix.ts';

/** Checks of one operation's operands, in its name. */
export function checker(operation: string, arena: Arena) {
  return {
    /** Refuses foreign and released matrices and any other shape than rows x columns. */
    shape(operand: string, matrix: Matrix, rows: number, columns: number): void {
      if (!arena.owns(matrix)) throw bitfrontError('KERNEL_MATRIX_FOREIGN', { operand, operation });
      if (matrix.released) throw bitfrontError('KERNEL_MATRIX_RELEASED', { operand, operation });
      if (matrix.rows !== rows || matrix.columns !== columns) {
        throw bitfrontError('KERNEL_SHAPE_MISMATCH', {
          operand,
          operation,
          rows: matrix.rows,
          columns: matrix.columns,
          expectedRows: rows,
          expectedColumns: columns,
        });
      }
    },
    /** Refuses an output that is one of the inputs. */
    separate(operand: string, out: Matrix, ...inputs: readonly Matrix[]): void {
      if (inputs.includes(out)) throw bitfrontError('KERNEL_MATRIX_ALIASED', { operand, operation });
    },
    /** Refuses images per pixel that fill no whole words of bits. */
    lanes(lanes: number): void {
      if (!Number.isInteger(lanes) || lanes < 1 || lanes % laneBlock !== 0)
        throw bitfrontError('KERNEL_LANES_INVALID', { operation, lanes, laneBlock });
    },
    /** Refuses numbers outside low..high, and those that are not finite. */
    scalar(name: string, value: number, low: number, high: number): void {
      if (!Number.isFinite(value) || value < low || value > high) {
        throw bitfrontError('KERNEL_SCALAR_INVALID', { name, operation, value, range: `${low}..${high}` });
      }
    },
  };
}
