import {
  copies,
  driver,
  type Figure,
  gate,
  inSeries,
  rowDecoder,
  senseAmplifier,
  type Technology,
  writeDriver,
} from '@bitfront/circuits';
import { item } from '@bitfront/bill';
import type { Item } from './bill.ts';
import { codedRow } from './coded-words.ts';
import { decoderItems } from './correction-items.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * The arrays of a layer and what is pitch-matched to them. One read opens one row in every array of a grid row:
 * all weights of one neuron; rows of different grid rows are read at the same time.
 */
export function arrayItems(hardware: Hardware, work: Workload): readonly Item[] {
  const { technology, cell, read, correction, array, wordLineFf } = hardware;
  const { grid, planes, planeFirst, reads, readTurns: steps } = work;
  const rowReads = reads * grid.gridColumns;
  const cellReads = reads * codedRow(correction, grid, array.columns).bits;
  const bit: Figure = {
    areaUm2: cell.areaUm2PerBit,
    energyFj: read.energyFjPerBit,
    latencyNs: read.latencyNs,
  };
  const columns = grid.arrays * hardware.columns;
  const rows = grid.arrays * array.rows;
  // Row by row, the row stays selected for all its planes: the decoder moves once in `planes` reads.
  const decoder = rowDecoder(technology, { rows: array.rows, activity: planeFirst ? 1 : 1 / planes });
  return [
    item('cells', bit, { count: columns * array.rows, actions: cellReads, steps }),
    item('senseAmplifiers', columnSense(hardware, work.xnorToggle), {
      count: columns,
      actions: cellReads,
      steps,
    }),
    ...(isCorrected(hardware) ? [...decoderItems(hardware, work), xnorGates(hardware, work)] : []),
    item('decoders', decoder, { count: grid.arrays, actions: rowReads, steps }),
    item('wordLineDrivers', driver(technology, { loadFf: wordLineFf, activity: 1 }), {
      count: rows,
      actions: rowReads,
      steps,
    }),
    item('writeDrivers', columnWriteDrivers(hardware), { count: columns, actions: 0, steps: 0 }),
    item('writeDrivers', rowWriteDriver(hardware), { count: rows, actions: 0, steps: 0 }),
  ];
}

/**
 * The amplifier of a column, then a latch of two NAND2: both outputs are high between reads. The amplifier gives XNOR,
 * which toggles with `toggle`; where words are corrected first, it gives the stored bit, 1/2 for random weights.
 */
export function columnSense(hardware: Hardware, toggle: number): Figure {
  const { technology } = hardware;
  const corrected = isCorrected(hardware);
  const latch = copies(2, gate(technology, 'nand2', corrected ? 0.5 : toggle));
  return inSeries(sense(technology, !corrected), latch);
}

/** Whether bits pass a decoder between amplifier and XNOR. */
export function isCorrected({ correction }: Hardware): boolean {
  return correction.codeBits > correction.dataBits;
}

/** Behind a decoder XNOR is a gate per data column. */
function xnorGates(
  { technology, array }: Hardware,
  { grid, inputs, reads, readTurns, xnorToggle }: Workload,
): Item {
  return item('senseAmplifiers', gate(technology, 'xnor2', xnorToggle), {
    count: grid.arrays * array.columns,
    actions: reads * inputs,
    steps: readTurns,
  });
}

/** A bit that is not XNORed: of a threshold. The lines are in the energy and latency of the cell. */
export function plainSense(technology: Technology): Figure {
  return sense(technology, false);
}

function sense(technology: Technology, xnor: boolean): Figure {
  return senseAmplifier(technology, { xnor, bitLineCapacitanceFf: 0, lowResistanceOhm: 100 });
}

/** All write drivers of one column. */
export function columnWriteDrivers(hardware: Hardware): Figure {
  const { technology, write, bitLineFf, writeLinesPerColumn } = hardware;
  const line = writeDriver(technology, { writeVoltageV: write.voltageV, loadFf: bitLineFf });
  return copies(writeLinesPerColumn, line);
}

/** What a word line needs besides its read driver; nothing where the supply writes. */
export function rowWriteDriver(hardware: Hardware): Figure {
  const { technology, write, wordLineFf, writeNeedsShift } = hardware;
  if (!writeNeedsShift) return copies(0, driver(technology, { loadFf: 0, activity: 0 }));
  return writeDriver(technology, { writeVoltageV: write.voltageV, loadFf: wordLineFf });
}
