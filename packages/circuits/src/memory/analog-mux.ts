import type { BlockSource } from '../block-source.ts';
import { activityOf, inRange, wholeNumber } from '../checks.ts';
import { type Figure, inSeries, nothing } from '../figure.ts';
import { driver, inverterChain } from '../logic/driver.ts';
import { inverter } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';
import { unitResistanceOhm } from '../technology/transistor.ts';
import type { TransistorKind } from '../technology/transistor-tables.ts';
import { rowDecoder } from './row-decoder.ts';

export const analogMuxSource: BlockSource = {
  cite: 'one transmission gate per line, wide enough that it adds a tenth to the resistance of the column; area of wide transistors as in `driver`; select drivers and decoder of this package',
  how: 'derived',
  range: '1 column and more, 1 way and more, columns of 1 Ω to 1 TΩ',
  loose:
    'The tenth is assumed, with a printed array in view. The gates are those of a read: a write voltage above the supply is kept from them by a device that is not counted. The last inverter of a select line is booked with the gates that it opens, those before it with the decoder: a boundary drawn with a printed array in view, which moves no sum.',
};

export interface AnalogMuxOptions {
  readonly columns: number;
  /** Columns that share what stands behind the multiplexer. */
  readonly ways: number;
  /** Bit lines per column: 2 where both lines of a pair pass. */
  readonly linesPerColumn: 1 | 2;
  /** Between the line and ground when the column is read. */
  readonly columnResistanceOhm: number;
  /** Probability that the way changes in an action. */
  readonly activity: number;
  readonly kind: TransistorKind;
}

/** The gates, with the lines that open them and their drivers, and the decoder in front. */
export interface AnalogMuxFigures {
  readonly gates: Figure;
  readonly decoder: Figure;
}

/** Lets `ways` columns share one converter; one action selects a way everywhere. One way is no multiplexer at all. */
export function analogMux(technology: Technology, options: AnalogMuxOptions): AnalogMuxFigures {
  const { columns, ways, linesPerColumn, columnResistanceOhm, activity, kind } = options;
  wholeNumber('analogue mux', 'columns', columns);
  wholeNumber('analogue mux', 'ways', ways);
  inRange('analogue mux', 'columnResistanceOhm', columnResistanceOhm, 1, 1e12);
  activityOf('analogue mux', activity);
  if (ways === 1) return { gates: nothing, decoder: nothing };
  // A p-transistor of twice the resistance lies beside the n-transistor.
  const unitOhm = (2 / 3) * unitResistanceOhm(technology, kind);
  const width = Math.max(1, unitOhm / (ADDED_SHARE * columnResistanceOhm));
  const lines = columns * linesPerColumn;
  const selectFf =
    Math.ceil(columns / ways) * linesPerColumn * width * inverter.capacitance * technology.nand2CapacitanceFf;
  const chain = driver(technology, { loadFf: selectFf, activity });
  const { lastWidth, unitFf } = inverterChain(technology, selectFf);
  const openedFf = selectFf + lastWidth * unitFf;
  const lastAreaUm2 = ((lastWidth + 1) / 3) * technology.nand2AreaUm2;
  const gates: Figure = {
    areaUm2: lines * ((width + 1) / 3) * technology.nand2AreaUm2 + ways * lastAreaUm2,
    energyFj: activity * openedFf * technology.supplyV * technology.supplyV,
    latencyNs: 0,
  };
  const before: Figure = {
    areaUm2: ways * Math.max(0, chain.areaUm2 - lastAreaUm2),
    energyFj: Math.max(0, chain.energyFj - gates.energyFj),
    latencyNs: chain.latencyNs,
  };
  return { gates, decoder: inSeries(rowDecoder(technology, { rows: ways, activity }), before) };
}

/** Assumed, see `analogMuxSource`. */
const ADDED_SHARE = 0.1;
