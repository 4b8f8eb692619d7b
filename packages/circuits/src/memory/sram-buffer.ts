import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import { copies } from '../figure.ts';
import { driver } from '../logic/driver.ts';
import { sramCellConductanceUs, sramCellLeakageNw } from '../technology/leakage.ts';
import type { Technology } from '../technology/technology.ts';
import type { TransistorKind } from '../technology/transistor-tables.ts';
import { columnMux } from './column-mux.ts';
import { lineCapacitanceFf } from './line.ts';
import { precharge } from './precharge.ts';
import { rowDecoder } from './row-decoder.ts';
import { senseAmplifier } from './sense-amplifier.ts';
import { writeDriver } from './write-driver.ts';

export const sramBufferSource: BlockSource = {
  cite: 'six-transistor cells of 280 F² (default cell of the field at 22 nm and above, 1.46 times as wide as high, CACTI 7), decoder, line drivers, precharge, sense amplifiers and write drivers of this package',
  how: 'derived',
  range: '1 word and more, 1 bit and more',
  loose:
    'One bank, folded until it is about square; 280 F² is too small below 22 nm, where feature size is only a name. A read moves the line by a quarter of the supply, assumed. Control logic is left out.',
};

/** Energies of the two actions, as of a register file. */
export interface SramBufferFigure {
  readonly areaUm2: number;
  readonly cellAreaUm2: number;
  readonly readEnergyFj: number;
  readonly writeEnergyFj: number;
  /** Of a read: address to output. */
  readonly latencyNs: number;
  readonly cellLeakageNw: number;
}

/** A memory of `words` × `wordBits`; one word is read or written per action. */
export function sramBuffer(
  technology: Technology,
  options: {
    readonly words: number;
    readonly wordBits: number;
    /** Probability that a bit written differs from the one in the same place. */
    readonly activity: number;
    readonly kind: TransistorKind;
  },
): SramBufferFigure {
  const { words, wordBits, activity, kind } = options;
  wholeNumber('SRAM buffer', 'words', words);
  wholeNumber('SRAM buffer', 'wordBits', wordBits);
  activityOf('SRAM buffer', activity);
  const ways = waysOf(words, wordBits);
  const [rows, columns] = [Math.ceil(words / ways), wordBits * ways];
  const { supplyV, nominalSupplyV, nodeNm } = technology;
  const cellUm2 = (CELL_F2 * nodeNm * nodeNm) / 1e6;
  const [widthUm, heightUm] = [Math.sqrt(cellUm2 * ASPECT), Math.sqrt(cellUm2 / ASPECT)];
  const line = (cells: number, cellPitchUm: number, transistorsPerCell: number) =>
    lineCapacitanceFf(technology, { cells, cellPitchUm, transistorsPerCell });
  const [wordLineFf, bitLineFf] = [line(columns, widthUm, 2), line(rows, heightUm, 1)];
  const decoder = rowDecoder(technology, { rows, activity: 1 });
  const wordLine = driver(technology, { loadFf: wordLineFf, activity: 1 });
  const mux = columnMux(technology, { columns, ways, activity: 1 });
  const lowResistanceOhm = Math.min(1e8, Math.max(100, 1e6 / sramCellConductanceUs(technology, kind)));
  const amplifier = senseAmplifier(technology, { xnor: false, bitLineCapacitanceFf: 0, lowResistanceOhm });
  const swingV = READ_SWING * supplyV;
  const restore = (fallenV: number, pairs: number) =>
    precharge(technology, { pairs, bitLineFf, swingV: fallenV, fallenLines: 1, prechargeNs: 0.5, kind });
  const write = writeDriver(technology, { writeVoltageV: nominalSupplyV, loadFf: bitLineFf });
  const lineNs = ((bitLineFf * swingV * lowResistanceOhm) / supplyV) * NS_PER_OHM_FF;
  const cellAreaUm2 = rows * columns * cellUm2;
  const shared = decoder.energyFj + wordLine.energyFj + mux.energyFj;
  return {
    areaUm2:
      cellAreaUm2 +
      decoder.areaUm2 +
      copies(rows, wordLine).areaUm2 +
      mux.areaUm2 +
      wordBits * (amplifier.areaUm2 + 2 * write.areaUm2) +
      restore(swingV, columns).areaUm2,
    cellAreaUm2,
    readEnergyFj: shared + restore(swingV, columns).energyFj + wordBits * amplifier.energyFj,
    writeEnergyFj: shared + restore(swingV, columns).energyFj + activity * wordBits * write.energyFj,
    latencyNs: decoder.latencyNs + wordLine.latencyNs + lineNs + mux.latencyNs + amplifier.latencyNs,
    cellLeakageNw: rows * columns * sramCellLeakageNw(technology, kind),
  };
}

/** Words side by side in a row: the power of two that makes the bank about as many rows as columns. */
function waysOf(words: number, wordBits: number): number {
  let ways = 1;
  while (words / (ways * 2) >= wordBits * ways * 2) ways *= 2;
  return ways;
}

const CELL_F2 = 280;
/** Width over height. */
const ASPECT = 1.46;
/** Assumed, see `sramBufferSource`. */
const READ_SWING = 0.25;
const NS_PER_OHM_FF = 1e-6;
