import { analogMux, isShifted, lineSwitch, precharge } from '@bitfront/circuits';
import { meanConductanceUs } from './cell-module.ts';
import { cellTraits } from './cell-traits.ts';
import { geometryOf } from './geometry.ts';
import { type Module, moduleOf } from './module.ts';
import type { CrossbarOptions } from './options.ts';
import { scheduleOf } from './schedule.ts';

/** What lies between the columns and their converters or amplifiers: switches, precharge, multiplexer. */
export function columnModules(options: CrossbarOptions): readonly Module[] {
  const { technology, columns, cell, circuitTransistors: kind } = options;
  const { isPrecharged, hasSelectLine, bitLinesPerColumn } = cellTraits[cell.kind];
  const { turns, ways, rowsTogether } = scheduleOf(options);
  // Select lines stay at ground during a read.
  const selectSwitch = lineSwitch(technology, {
    writeVoltageV: cell.writeVoltageV,
    readLevelV: 0,
    loadFf: 0,
    activity: 0,
    kind,
  });
  const mux = analogMux(technology, {
    columns,
    ways,
    linesPerColumn: bitLinesPerColumn,
    columnResistanceOhm: columnResistanceOhm(options, rowsTogether),
    activity: 1,
    kind,
  });
  const steps = turns * ways;
  const isSwitched = hasSelectLine && isShifted(technology, cell.writeVoltageV);
  const idle = { count: columns, actions: 0, steps: 0 };
  return [
    ...(isSwitched ? [moduleOf(options, column('selectLineSwitches', 'both'), selectSwitch, idle)] : []),
    ...(isPrecharged ? [prechargeModule(options, turns)] : []),
    ...(ways > 1
      ? [
          moduleOf(options, column('columnMux', 'both'), mux.gates, { count: 1, actions: steps, steps }),
          moduleOf(options, column('muxDecoder', 'both'), mux.decoder, { count: 1, actions: steps, steps }),
        ]
      : []),
  ];
}

function column(name: string, kind: Module['kind']) {
  return { name, kind, side: 'columns' } as const;
}

/** With half of the inputs at 1: what the multiplexer is made for, whatever the data are. */
function columnResistanceOhm({ cell, sensing }: CrossbarOptions, rowsTogether: number): number {
  const conductanceUs =
    sensing.kind === 'adc' ? (rowsTogether / 2) * meanConductanceUs(cell) : cell.onConductanceUs;
  return Math.min(1e12, Math.max(1, 1e6 / Math.max(conductanceUs, 1e-6)));
}

/**
 * A row alone discharges one line of a pair by what its cell takes in a pulse, `ΔV = G · V · t / C`; many rows
 * discharge both, in full: an upper bound. Before every turn all pairs are restored.
 */
function prechargeModule(options: CrossbarOptions, turns: number): Module {
  const { technology, columns, cell, sensing, circuitTransistors: kind } = options;
  const { bitLineFf } = geometryOf(options);
  const takenFc = cell.onConductanceUs * cell.readVoltageV * cell.readPulseNs;
  const alone = sensing.kind === 'row-by-row';
  const figure = precharge(technology, {
    pairs: columns,
    bitLineFf,
    swingV: alone ? Math.min(technology.supplyV, takenFc / bitLineFf) : technology.supplyV,
    fallenLines: alone ? 1 : 2,
    prechargeNs: cell.readPulseNs,
    kind,
  });
  return moduleOf(options, column('precharge', 'read'), figure, { count: 1, actions: turns, steps: turns });
}
