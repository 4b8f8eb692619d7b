import type { Row } from '@bitfront/core';
import { breakdown, type Life, lifetimeRow, partTotal } from '@bitfront/bill';
import type { Item } from './bill.ts';
import { areaParts, energyParts, latencyParts } from './columns.ts';
import type { WriteEnergy } from './write-energy.ts';

/** The row of a bill; every total is the sum of its parts, added in the order of the columns. */
export function costRow(items: readonly Item[], emptyAreaUm2: number, write: WriteEnergy, life: Life): Row {
  const area = breakdown('areaUm2', areaParts, (part) => partTotal(items, part, 'areaUm2'));
  const energy = breakdown(
    'energyPjPerInference',
    energyParts,
    (part) => partTotal(items, part, 'energyFj') * PJ_PER_FJ,
  );
  const latency = breakdown('latencyNs', latencyParts, (part) => partTotal(items, part, 'latencyNs'));
  const writeCellsPj = write.cellsFj * PJ_PER_FJ;
  const writeLinesPj = write.linesFj * PJ_PER_FJ;
  const writeEncoderPj = write.encoderFj * PJ_PER_FJ;
  const writeEnergyPj = writeCellsPj + writeLinesPj + writeEncoderPj;
  return {
    ...area.row,
    cellAreaUm2: partTotal(items, 'cells', 'areaUm2'),
    boundingAreaUm2: area.total + emptyAreaUm2,
    ...energy.row,
    writeEnergyPj,
    'writeEnergyPj.cells': writeCellsPj,
    'writeEnergyPj.lines': writeLinesPj,
    'writeEnergyPj.eccEncoder': writeEncoderPj,
    ...lifetimeRow(writeEnergyPj, life),
    ...latency.row,
  };
}

const PJ_PER_FJ = 1e-3;
