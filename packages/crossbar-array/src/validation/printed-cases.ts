import { sramCellConductanceUs, technology } from '@bitfront/circuits';
import type { CrossbarOptions } from '../options.ts';
import type { PrintedArray } from './printed-arrays.ts';

/**
 * The printed arrays as options of ours. Not printed, and so assumed: a read voltage of 0.5 V, a read pulse of half a
 * period of 1 GHz, half of the cells on, random data in encoders and accumulators, nominal supply. Chosen with the
 * printed energy in view: SRAM cells of low-standby-power transistors; the fast ones conduct five times as much.
 */
export function printedCase(name: PrintedArray['name']): CrossbarOptions {
  const here = technology(22);
  const featureUm2 = 0.022 * 0.022;
  const common = {
    technology: here,
    circuitTransistors: 'high-performance',
    cellTransistors: 'low-standby-power',
    rows: 128,
    columns: 128,
    inputs: { bits: 1, density: 0.45, toggle: 0.5, logicToggle: 0.5 },
  } as const;
  const flash = {
    kind: 'adc',
    converter: 'flash',
    bits: 5,
    columnsPerConverter: 8,
    rowsParallel: 128,
  } as const;
  const rram = {
    kind: 'one-transistor-one-resistor',
    areaUm2: 48 * featureUm2,
    aspectRatio: 3,
    onConductanceUs: 10,
    offConductanceUs: 1 / 1.7,
    onShare: 0.5,
    readVoltageV: 0.5,
    readPulseNs: 0.5,
    writeVoltageV: 2,
    writeEnergyFjPerCell: 0,
  } as const;
  const sram = {
    kind: 'sram-6t',
    areaUm2: 280 * featureUm2,
    aspectRatio: 1.46,
    onConductanceUs: sramCellConductanceUs(here, 'low-standby-power'),
    offConductanceUs: 0,
    onShare: 0.5,
    readVoltageV: here.supplyV,
    readPulseNs: 0.5,
    writeVoltageV: here.supplyV,
    writeEnergyFjPerCell: 0,
  } as const;
  if (name === 'rram') return { ...common, cell: rram, sensing: flash };
  if (name === 'sram') return { ...common, cell: sram, sensing: flash };
  return { ...common, cell: sram, sensing: { kind: 'row-by-row', columnsPerAmplifier: 1, rowsRead: 64 } };
}
