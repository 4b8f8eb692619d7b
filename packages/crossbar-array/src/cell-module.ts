import { sramCellLeakageNw } from '@bitfront/circuits';
import { cellTraits } from './cell-traits.ts';
import { geometryOf } from './geometry.ts';
import type { Module } from './module.ts';
import type { Cell, CrossbarOptions } from './options.ts';
import { scheduleOf } from './schedule.ts';

/** Mean over cells that are on and off. */
export function meanConductanceUs({ onConductanceUs, offConductanceUs, onShare }: Cell): number {
  return onShare * onConductanceUs + (1 - onShare) * offConductanceUs;
}

/**
 * The cells and their bit lines. Every cell whose input is 1 conducts for one read pulse per bit plane,
 * `E = cells · density · G · V² · t`, and each bit line is charged to the read voltage in each turn. A precharged
 * cell that is read alone only takes charge that the precharge restores: it is booked there, and nothing here.
 */
export function cellModule(options: CrossbarOptions): Module {
  const { technology, rows, columns, cell, sensing, inputs, cellTransistors } = options;
  const traits = cellTraits[cell.kind];
  const { turns, ways } = scheduleOf(options);
  const { readVoltageV, readPulseNs } = cell;
  // µS · V² · ns = fJ.
  const cellFj = meanConductanceUs(cell) * readVoltageV * readVoltageV * readPulseNs;
  const lineFj = traits.isPrecharged ? 0 : geometryOf(options).bitLineFf * readVoltageV * readVoltageV;
  const conducting =
    sensing.kind === 'adc'
      ? rows * inputs.density * inputs.bits
      : traits.isPrecharged
        ? 0
        : sensing.rowsRead * inputs.bits;
  return {
    name: 'cells',
    kind: 'cells',
    side: 'cells',
    areaUm2: rows * columns * cell.areaUm2,
    energyFj: columns * (conducting * cellFj + turns * lineFj),
    latencyNs: turns * ways * readPulseNs,
    leakageNw: traits.leaks ? rows * columns * sramCellLeakageNw(technology, cellTransistors) : 0,
  };
}
