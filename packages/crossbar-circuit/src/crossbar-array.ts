import { bitfrontError } from '@bitfront/errors';

/** The cells of a crossbar: `conductanceUs[row · columns + column]`, in µS, 0 where there is no cell. */
export interface CrossbarArray {
  readonly rows: number;
  readonly columns: number;
  readonly conductanceUs: Float64Array;
}

/**
 * What stands between a driver and a virtual ground beside the cells. Every cell pitch of a row and of a column has one
 * `wireOhm`: also from the driver to the first cell of a row, and from the last cell of a column to its neuron, so that
 * a single cell sees `sourceOhm + wireOhm + 1/G + wireOhm + neuronOhm`. The far ends of rows and columns are open.
 */
export interface LineResistance {
  readonly sourceOhm: number;
  readonly wireOhm: number;
  readonly neuronOhm: number;
}

/** Refuses what no crossbar has. @throws CIRCUIT_SIZE_INVALID, CIRCUIT_VALUE_OUT_OF_RANGE */
export function checkCrossbar({ rows, columns, conductanceUs }: CrossbarArray, lines: LineResistance): void {
  for (const [name, value] of Object.entries({ rows, columns }))
    if (!(Number.isInteger(value) && value >= 1))
      throw bitfrontError('CIRCUIT_SIZE_INVALID', { block: 'crossbar', name, value, least: 1 });
  demandLength('conductanceUs', conductanceUs.length, rows * columns);
  for (const [name, value] of Object.entries(lines)) demandRange(name, value, mostOhm);
  for (const value of conductanceUs) demandRange('conductanceUs', value, mostUs);
}

/** Refuses a vector of another length than the lines it belongs to. @throws CIRCUIT_VALUE_OUT_OF_RANGE */
export function demandLength(name: string, length: number, expected: number): void {
  if (length !== expected)
    throw bitfrontError('CIRCUIT_VALUE_OUT_OF_RANGE', {
      block: 'crossbar',
      name: `${name}.length`,
      value: length,
      least: expected,
      most: expected,
    });
}

const mostOhm = 1e6;
const mostUs = 1e6;

function demandRange(name: string, value: number, most: number): void {
  if (!(value >= 0 && value <= most))
    throw bitfrontError('CIRCUIT_VALUE_OUT_OF_RANGE', { block: 'crossbar', name, value, least: 0, most });
}

/** µS of a resistor; no resistance is an infinite conductance. */
export const siemensMicro = (ohm: number): number => (ohm === 0 ? Number.POSITIVE_INFINITY : 1e6 / ohm);
