import { isShifted, levelShifter, outputPair } from '@bitfront/circuits';
import { cellTraits } from './cell-traits.ts';
import { type Module, moduleOf } from './module.ts';
import type { CrossbarOptions } from './options.ts';

/**
 * Circuits that only a write needs. Above the supply every line has a level shifter and an output pair; up to the
 * supply the lines of the columns have an output pair, and word lines are driven as in a read.
 */
export function writeModules(options: CrossbarOptions): readonly Module[] {
  const { technology, rows, columns, cell } = options;
  const { bitLinesPerColumn, hasSelectLine } = cellTraits[cell.kind];
  const shifted = isShifted(technology, cell.writeVoltageV);
  const write = { writeVoltageV: cell.writeVoltageV, loadFf: 0 };
  const lines = [
    { line: 'wordLine', side: 'rows', count: shifted ? rows : 0 },
    { line: 'bitLine', side: 'columns', count: columns * bitLinesPerColumn },
    { line: 'selectLine', side: 'columns', count: hasSelectLine ? columns : 0 },
  ] as const;
  return lines
    .filter(({ count }) => count > 0)
    .flatMap(({ line, side, count }) => {
      const idle = { count, actions: 0, steps: 0 };
      const shifter = { name: `${line}LevelShifters`, kind: 'write', side } as const;
      const driver = { name: `${line}WriteDrivers`, kind: 'write', side } as const;
      return [
        ...(shifted ? [moduleOf(options, shifter, levelShifter(technology, write), idle)] : []),
        moduleOf(options, driver, outputPair(technology, write), idle),
      ];
    });
}
