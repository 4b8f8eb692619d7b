import { bitfrontError } from '@bitfront/errors';
import {
  type CrossbarArray,
  checkCrossbar,
  demandLength,
  type LineResistance,
  siemensMicro,
} from '../crossbar-array.ts';
import { type LineSolver, lineSolver } from './line-solver.ts';

/** Voltages and currents of all nodes; fields are [rows × columns], row-major. */
export interface ExactSolution {
  /** Into the virtual ground of each column, µA. */
  readonly columnCurrentsUa: Float64Array;
  /** Where each cell meets its row, and its column. */
  readonly rowNodesV: Float64Array;
  readonly columnNodesV: Float64Array;
  readonly iterations: number;
}

/**
 * Nodal analysis of a crossbar whose rows are driven by `rowVoltsV`: 2 · rows · columns unknown voltages.
 *
 * With A_r and A_c the ladders of rows and columns (tridiagonal line by line, cells as leaks) and G the cells:
 * A_r·u − G·w = i and A_c·w − G·u = 0. Rows are eliminated, (A_c − G·A_r⁻¹·G)·w = G·A_r⁻¹·i, and conjugate gradients
 * preconditioned with A_c solve the rest, so that every step costs one tridiagonal elimination along all rows and one
 * along all columns; A_c·p is kept by recurrence and never multiplied out. It ends where the energy norm of the
 * residual is 1e-13 of the first.
 *
 * @throws CIRCUIT_SIZE_INVALID, CIRCUIT_VALUE_OUT_OF_RANGE, CROSSBAR_NOT_CONVERGED
 */
export function solveExact(
  array: CrossbarArray,
  lines: LineResistance,
  rowVoltsV: Float64Array,
): ExactSolution {
  checkCrossbar(array, lines);
  demandLength('rowVoltsV', rowVoltsV.length, array.rows);
  const { conductanceUs } = array;
  const cells = conductanceUs.length;
  const field = () => new Float64Array(cells);
  const { alongRows, alongColumns, drivenV } = ladders(array, lines, rowVoltsV);
  // What a row would be at if all columns were grounded; then the currents that columns receive.
  const [columnNodesV, residual, z, s, t] = [field(), field(), field(), field(), field()];
  multiply(conductanceUs, drivenV, residual);
  alongColumns(residual, z);
  const [p, q] = [z.slice(), residual.slice()];
  let energy = dot(residual, z);
  const enough = energy * tolerance * tolerance;
  const most = 100 + 20 * (array.rows + array.columns);
  let iterations = 0;
  for (; energy > enough && iterations < most; iterations++) {
    multiply(conductanceUs, p, s);
    alongRows(s, t);
    for (let at = 0; at < cells; at++)
      s[at] = (q[at] as number) - (conductanceUs[at] as number) * (t[at] as number);
    const step = energy / dot(p, s);
    for (let at = 0; at < cells; at++) {
      columnNodesV[at] = (columnNodesV[at] as number) + step * (p[at] as number);
      residual[at] = (residual[at] as number) - step * (s[at] as number);
    }
    alongColumns(residual, z);
    const next = dot(residual, z);
    const ratio = next / energy;
    energy = next;
    for (let at = 0; at < cells; at++) {
      p[at] = (z[at] as number) + ratio * (p[at] as number);
      q[at] = (residual[at] as number) + ratio * (q[at] as number);
    }
  }
  if (!(energy <= enough))
    throw bitfrontError('CROSSBAR_NOT_CONVERGED', {
      rows: array.rows,
      columns: array.columns,
      iterations,
    });
  multiply(conductanceUs, columnNodesV, s);
  alongRows(s, t);
  const rowNodesV = drivenV.map((volts, at) => volts + (t[at] as number));
  return {
    columnCurrentsUa: columnCurrents(array, rowNodesV, columnNodesV),
    rowNodesV,
    columnNodesV,
    iterations,
  };
}

const tolerance = 1e-13;

function ladders(
  { rows, columns, conductanceUs }: CrossbarArray,
  lines: LineResistance,
  rowVoltsV: Float64Array,
) {
  const { sourceOhm, wireOhm, neuronOhm } = lines;
  const wireUs = siemensMicro(wireOhm);
  const sourceUs = siemensMicro(sourceOhm + wireOhm);
  const alongRows = lineSolver({
    lines: rows,
    length: columns,
    first: 0,
    lineStep: columns,
    nodeStep: 1,
    leaksUs: conductanceUs,
    wireUs,
    endUs: sourceUs,
  });
  const alongColumns = lineSolver({
    lines: columns,
    length: rows,
    first: (rows - 1) * columns,
    lineStep: 1,
    nodeStep: -columns,
    leaksUs: conductanceUs,
    wireUs,
    endUs: siemensMicro(neuronOhm + wireOhm),
  });
  return { alongRows, alongColumns, drivenV: driven(alongRows, rowVoltsV, columns, sourceUs) };
}

/** Row voltages with all columns at ground; a row without any resistance is at its driver's voltage. */
function driven(
  alongRows: LineSolver,
  rowVoltsV: Float64Array,
  columns: number,
  sourceUs: number,
): Float64Array {
  const nodesV = new Float64Array(rowVoltsV.length * columns);
  if (sourceUs === Number.POSITIVE_INFINITY) return nodesV.map((_, at) => volt(rowVoltsV, at, columns));
  const currentsUa = nodesV.map((_, at) =>
    at % columns === 0 ? sourceUs * volt(rowVoltsV, at, columns) : 0,
  );
  alongRows(currentsUa, nodesV);
  return nodesV;
}

const volt = (rowVoltsV: Float64Array, at: number, columns: number): number =>
  rowVoltsV[Math.floor(at / columns)] as number;

function columnCurrents(
  { rows, columns, conductanceUs }: CrossbarArray,
  rowNodesV: Float64Array,
  columnNodesV: Float64Array,
): Float64Array {
  const currents = new Float64Array(columns);
  for (let at = 0; at < rows * columns; at++)
    currents[at % columns] =
      (currents[at % columns] as number) +
      (conductanceUs[at] as number) * ((rowNodesV[at] as number) - (columnNodesV[at] as number));
  return currents;
}

function multiply(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let at = 0; at < out.length; at++) out[at] = (a[at] as number) * (b[at] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
