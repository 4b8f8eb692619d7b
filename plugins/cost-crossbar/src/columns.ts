import { breakdownColumns, lifetimeColumns } from '@bitfront/bill';
import type { Column } from '@bitfront/core';
import { areaParts, docs, energyParts, latencyParts } from './parts.ts';

/** Each total, then its parts, which add up to it. */
export const columns = {
  areaUm2: { unit: 'µm²', doc: 'used area: cells and circuits' },
  ...breakdownColumns('areaUm2', areaParts, 'µm²', docs),
  cellAreaUm2: { unit: 'µm²', doc: 'cells of all crossbars, used or not' },
  boundingAreaUm2: { unit: 'µm²', doc: 'bounding boxes of the crossbars, and the circuits beside them' },
  areaUtilisation: { unit: '1', doc: 'used over bounding area' },
  energyPjPerInference: { unit: 'pJ', doc: 'energy of one inference' },
  ...breakdownColumns('energyPjPerInference', energyParts, 'pJ', docs),
  leakageNw: { unit: 'nW', doc: 'leakage of all circuits and cells, at rest at 300 K' },
  writeEnergyPj: { unit: 'pJ', doc: 'energy to program the whole network once' },
  'writeEnergyPj.cells': { unit: 'pJ', doc: 'programming in the cells that hold a weight' },
  'writeEnergyPj.lines': { unit: 'pJ', doc: 'level shifters, write drivers and lines' },
  ...lifetimeColumns('cell'),
  latencyNs: { unit: 'ns', doc: 'from the first pixel to the class, nothing overlapped' },
  ...breakdownColumns('latencyNs', latencyParts, 'ns', docs),
  converterLevels: { unit: '1', doc: 'levels of a converter; empty where rows are read one by one' },
  converterLevelsNeeded: { unit: '1', doc: 'sums that a column can have in the layer with most rows' },
  sumsPerLevel: { unit: '1', doc: 'sums that share a level of the converter; 1 where nothing is lost' },
  converterWarning: { unit: '1', doc: 'what converters of too few bits lose; empty where nothing is lost' },
} as const satisfies Readonly<Record<string, Column>>;
