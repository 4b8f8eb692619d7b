import { isShifted, lineSwitch, rowDecoder, wordLineDriver, wordLineSwitch } from '@bitfront/circuits';
import { cellTraits } from './cell-traits.ts';
import { geometryOf } from './geometry.ts';
import { type Module, moduleOf } from './module.ts';
import type { CrossbarOptions } from './options.ts';
import { scheduleOf } from './schedule.ts';

/**
 * What opens the rows. Many at once: each row has a flip-flop for its input bit and a switch. One after the other: a
 * decoder and a driver per row, and the switch only where the write voltage lies above the supply.
 */
export function rowModules(options: CrossbarOptions): readonly Module[] {
  const { technology, rows, cell, sensing, inputs, circuitTransistors: kind } = options;
  const { wordLineFf, widthUm } = geometryOf(options);
  const { turns } = scheduleOf(options);
  const { writeVoltageV } = cell;
  const isElectrode = cellTraits[cell.kind].wordLineGates === 'none';
  if (sensing.kind === 'adc') {
    const { density, toggle } = inputs;
    const row = wordLineSwitch(technology, {
      writeVoltageV,
      readLevelV: isElectrode ? cell.readVoltageV : technology.supplyV,
      loadFf: wordLineFf,
      density,
      toggle,
      kind,
    });
    const use = { count: rows, actions: rows * inputs.bits, steps: turns };
    return [moduleOf(options, { name: 'wordLineSwitches', kind: 'both', side: 'rows' }, row, use)];
  }
  const decoder = rowDecoder(technology, { rows, activity: 1 });
  const driver = wordLineDriver(technology, { loadFf: wordLineFf, lengthUm: widthUm, activity: 1 });
  const pass = lineSwitch(technology, {
    writeVoltageV,
    readLevelV: technology.supplyV,
    loadFf: 0,
    activity: 1,
    kind,
  });
  const each = { count: rows, actions: turns, steps: turns };
  return [
    moduleOf(options, { name: 'rowDecoder', kind: 'both', side: 'rows' }, decoder, { ...each, count: 1 }),
    moduleOf(options, { name: 'wordLineDrivers', kind: 'both', side: 'rows' }, driver, each),
    ...(isShifted(technology, writeVoltageV)
      ? [moduleOf(options, { name: 'wordLineSwitches', kind: 'both', side: 'rows' }, pass, each)]
      : []),
  ];
}
