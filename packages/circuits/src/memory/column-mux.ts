import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import { type Figure, inSeries, nothing } from '../figure.ts';
import { driver } from '../logic/driver.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { inverter } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';
import { rowDecoder } from './row-decoder.ts';

export const columnMuxSource: BlockSource = {
  cite: 'one transmission gate per column, one select line per way, decoder and drivers of this package',
  how: 'derived',
  range: '1 column and more, 1 way and more',
  loose: 'Minimum transmission gates: columns that carry a write current need wider ones.',
};

/**
 * Lets `ways` neighbouring columns share one sense amplifier. One action selects a way in all groups;
 * `activity` is the probability that the way changes. One way is no multiplexer at all.
 */
export function columnMux(
  technology: Technology,
  options: { readonly columns: number; readonly ways: number; readonly activity: number },
): Figure {
  const { columns, ways, activity } = options;
  wholeNumber('column mux', 'columns', columns);
  wholeNumber('column mux', 'ways', ways);
  activityOf('column mux', activity);
  if (ways === 1) return nothing;
  const gates = figureOfGates(technology, {
    area: columns * PASS_GATE_AREA,
    switched: 0,
    depth: inverter.delay,
  });
  const gatesPerWay = Math.ceil(columns / ways);
  const loadFf = gatesPerWay * inverter.capacitance * technology.nand2CapacitanceFf;
  const select = driver(technology, { loadFf, activity });
  const drivers: Figure = { ...select, areaUm2: ways * select.areaUm2 };
  return inSeries(rowDecoder(technology, { rows: ways, activity }), drivers, gates);
}

/** Two transistors, half a NAND2. */
const PASS_GATE_AREA = 0.5;
