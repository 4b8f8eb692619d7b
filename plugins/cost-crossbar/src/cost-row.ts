import { breakdown, type Item, type Life, lifetimeRow, partTotal } from '@bitfront/bill';
import type { Row } from '@bitfront/core';
import type { NetworkLoss } from './network-loss.ts';
import type { NetworkBill } from './network-bill.ts';
import { areaParts, energyParts, latencyParts, type Part } from './parts.ts';

/** The row of a bill; every total is the sum of its parts, added in the order of the columns. */
export function costRow(bill: NetworkBill, life: Life, loss: NetworkLoss | undefined): Row {
  const { items, write } = bill;
  const area = breakdown('areaUm2', areaParts, (part) => partTotal(items, part, 'areaUm2'));
  const energy = breakdown('energyPjPerInference', energyParts, (part) => energyPj(items, part));
  const latency = breakdown('latencyNs', latencyParts, (part) => partTotal(items, part, 'latencyNs'));
  const boundingAreaUm2 = Math.max(area.total, area.total + bill.emptyAreaUm2);
  const [cellsPj, linesPj] = [write.cellsFj * PJ_PER_FJ, write.linesFj * PJ_PER_FJ];
  return {
    ...area.row,
    cellAreaUm2: partTotal(items, 'cells', 'areaUm2'),
    boundingAreaUm2,
    areaUtilisation: area.total / boundingAreaUm2,
    ...energy.row,
    leakageNw: bill.leakageNw,
    writeEnergyPj: cellsPj + linesPj,
    'writeEnergyPj.cells': cellsPj,
    'writeEnergyPj.lines': linesPj,
    ...lifetimeRow(cellsPj + linesPj, life),
    ...latency.row,
    converterLevels: loss?.levels ?? '',
    converterLevelsNeeded: loss?.levelsNeeded ?? '',
    sumsPerLevel: loss?.sumsPerLevel ?? 1,
    converterWarning: loss?.warning ?? '',
  };
}

const PJ_PER_FJ = 1e-3;

function energyPj(items: readonly Item<Part>[], part: Part): number {
  return partTotal(items, part, 'energyFj') * PJ_PER_FJ;
}
