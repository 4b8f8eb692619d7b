import type { Row } from '@bitfront/core';
import { type Item, type Part, partTotal } from './bill.ts';
import { areaParts, energyParts, latencyParts } from './columns.ts';
import type { WriteEnergy } from './write-energy.ts';

/** How often a network is programmed, and how often its memory can be. */
export interface Life {
  readonly reprogrammings: number;
  readonly enduranceCycles: number | undefined;
}

/** The row of a bill; every total is the sum of its parts, added in the order of the columns. */
export function costRow(
  items: readonly Item[],
  emptyAreaUm2: number,
  write: WriteEnergy,
  { reprogrammings, enduranceCycles }: Life,
): Row {
  const area = split('areaUm2', areaParts, (part) => partTotal(items, part, 'areaUm2'));
  const energy = split(
    'energyPjPerInference',
    energyParts,
    (part) => partTotal(items, part, 'energyFj') * PJ_PER_FJ,
  );
  const latency = split('latencyNs', latencyParts, (part) => partTotal(items, part, 'latencyNs'));
  const writeCellsPj = write.cellsFj * PJ_PER_FJ;
  const writeLinesPj = write.linesFj * PJ_PER_FJ;
  return {
    ...area.row,
    cellAreaUm2: partTotal(items, 'cells', 'areaUm2'),
    boundingAreaUm2: area.total + emptyAreaUm2,
    ...energy.row,
    writeEnergyPj: writeCellsPj + writeLinesPj,
    'writeEnergyPj.cells': writeCellsPj,
    'writeEnergyPj.lines': writeLinesPj,
    lifetimeWriteEnergyPj: reprogrammings * (writeCellsPj + writeLinesPj),
    enduranceLeftCycles: enduranceCycles === undefined ? '' : enduranceCycles - reprogrammings,
    ...latency.row,
  };
}

const PJ_PER_FJ = 1e-3;

function split(name: string, names: readonly Part[], value: (part: Part) => number) {
  const values = names.map((part) => [`${name}.${part}`, value(part)] as const);
  const total = values.reduce((sum, [, part]) => sum + part, 0);
  return { total, row: { [name]: total, ...Object.fromEntries(values) } };
}
