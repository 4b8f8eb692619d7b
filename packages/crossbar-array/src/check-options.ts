import { writeVoltageLimitV } from '@bitfront/circuits';
import { bitfrontError } from '@bitfront/errors';
import type { CrossbarOptions } from './options.ts';

/**
 * Refuses what no array can be built from.
 * @throws CIRCUIT_SIZE_INVALID, CIRCUIT_VALUE_OUT_OF_RANGE
 */
export function checkOptions({ technology, rows, columns, cell, sensing, inputs }: CrossbarOptions): void {
  whole('rows', rows);
  whole('columns', columns);
  whole('inputs.bits', inputs.bits);
  within('inputs.bits', inputs.bits, 1, 16);
  for (const name of ['density', 'toggle', 'logicToggle'] as const)
    within(`inputs.${name}`, inputs[name], 0, 1);
  within('cell.areaUm2', cell.areaUm2, 1e-6, 1e6);
  within('cell.aspectRatio', cell.aspectRatio, 0.01, 100);
  within('cell.onConductanceUs', cell.onConductanceUs, 1e-6, 1e4);
  within('cell.offConductanceUs', cell.offConductanceUs, 0, cell.onConductanceUs);
  within('cell.onShare', cell.onShare, 0, 1);
  within('cell.readPulseNs', cell.readPulseNs, 0.01, 1e3);
  within('cell.writeEnergyFjPerCell', cell.writeEnergyFjPerCell, 0, 1e9);
  const limitV = writeVoltageLimitV(technology.nodeNm);
  const place = `array with write circuits at ${technology.nodeNm} nm`;
  within('cell.writeVoltageV', cell.writeVoltageV, 0.1, limitV, place);
  // Above the supply a read, too, would need level shifters.
  const { supplyV } = technology;
  within('cell.readVoltageV', cell.readVoltageV, 0.001, supplyV, `array at a supply of ${supplyV} V`);
  if (sensing.kind === 'adc') {
    whole('sensing.bits', sensing.bits);
    within('sensing.bits', sensing.bits, 1, 10);
    whole('sensing.columnsPerConverter', sensing.columnsPerConverter);
    whole('sensing.rowsParallel', sensing.rowsParallel);
    return;
  }
  whole('sensing.columnsPerAmplifier', sensing.columnsPerAmplifier);
  whole('sensing.rowsRead', sensing.rowsRead);
  within('sensing.rowsRead', sensing.rowsRead, 1, rows);
}

function whole(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  throw bitfrontError('CIRCUIT_SIZE_INVALID', { block: 'array', name, value, least: 1 });
}

function within(name: string, value: number, least: number, most: number, block = 'array'): void {
  if (Number.isFinite(value) && value >= least && value <= most) return;
  throw bitfrontError('CIRCUIT_VALUE_OUT_OF_RANGE', { block, name, value, least, most });
}
