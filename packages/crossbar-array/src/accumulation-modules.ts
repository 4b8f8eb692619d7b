import { bitsToHold, currentSenseAmplifier, register, rippleAdder, senseAmplifier } from '@bitfront/circuits';
import { meanConductanceUs } from './cell-module.ts';
import { cellTraits } from './cell-traits.ts';
import { type Module, moduleOf } from './module.ts';
import type { CrossbarOptions, Sensing } from './options.ts';
import { scheduleOf } from './schedule.ts';

type RowByRow = Extract<Sensing, { kind: 'row-by-row' }>;

/** Amplifiers, and a running sum per column: an adder for each amplifier, a register for each column. */
export function accumulationModules(options: CrossbarOptions, sensing: RowByRow): readonly Module[] {
  const { technology, columns, inputs } = options;
  const { turns, ways, senses } = scheduleOf(options);
  const use = { count: senses, actions: turns * columns, steps: turns * ways };
  const bits = bitsToHold(sensing.rowsRead * ((1 << inputs.bits) - 1));
  const activity = inputs.logicToggle;
  const place = (name: string) => ({ name, kind: 'read', side: 'columns' }) as const;
  return [
    moduleOf(options, place('senseAmplifiers'), amplifier(options), use),
    moduleOf(options, place('accumulatorAdders'), rippleAdder(technology, { bits, activity }), use),
    moduleOf(options, place('accumulatorRegisters'), register(technology, { bits, activity }), {
      ...use,
      count: columns,
    }),
  ];
}

/** Precharged lines are compared with each other; any other current with one half way between on and off. */
function amplifier({ technology, cell }: CrossbarOptions) {
  if (cellTraits[cell.kind].isPrecharged) {
    const lowResistanceOhm = Math.min(1e8, Math.max(100, 1e6 / cell.onConductanceUs));
    return senseAmplifier(technology, { xnor: false, bitLineCapacitanceFf: 0, lowResistanceOhm });
  }
  // µS · V = µA. The pulse itself is booked with the cells, and so is its time.
  const { onConductanceUs, offConductanceUs, readVoltageV, readPulseNs } = cell;
  const figure = currentSenseAmplifier(technology, {
    cellCurrentUa: Math.min(1e4, meanConductanceUs(cell) * readVoltageV),
    referenceCurrentUa: Math.min(1e4, ((onConductanceUs + offConductanceUs) / 2) * readVoltageV),
    senseNs: readPulseNs,
  });
  return { ...figure, latencyNs: figure.latencyNs - readPulseNs };
}
