import { reprogrammings } from '@bitfront/bill';
import { choice, defineStage, integer } from '@bitfront/core';
import { wordTooLong } from './coded-words.ts';
import { columns } from './columns.ts';
import { costRow } from './cost-row.ts';
import { hardwareOf } from './hardware.ts';
import { networkItems } from './network-items.ts';
import { boundingExcessUm2 } from './bounding-area.ts';
import { worksOf } from './works-of.ts';
import { writeEnergyOf } from './write-energy.ts';

/**
 * Area, energy and latency of a binarized network in arrays that XNOR while they are read.
 *
 * A neuron's weights lie along a row. A read opens one row in all arrays that share the neuron; every column's sense
 * amplifier gives XNOR(weight, input); a popcount tree beside each array counts, adders join the arrays, the sum
 * meets its threshold. Grid rows work at the same time, rows of an array one after the other, layers one after the
 * other; nothing is pipelined. A multi-bit or accumulated first layer reads each row once per bit plane or draw, and
 * keeps the sums of its neurons in a register file or, row by row, in one accumulator.
 *
 * Where the memory corrects its words, decoders stand between plain sense amplifiers and XNOR gates.
 *
 * A convolution does all this at every position of its window, which slides over pixels in registers and line memories;
 * its weights exist once. One layer works at a time: as soon as a window is complete, the layer behind it has its turn.
 * The outputs that a residual shortcut adds wait in a memory until then, and meet an adder in front of the comparator.
 */
export default defineStage({
  name: 'cost-near-memory-xnor',
  version: 3,
  doc: 'area, energy and latency of arrays with XNOR in the sense amplifier and popcount beside them',
  needs: {
    network: ['architecture'],
    encoding: ['inference'],
    memory: ['cell', 'read', 'write', 'correction'],
    partition: ['array', 'layers'],
    evaluation: ['activity'],
  },
  gives: 'cost',
  parameters: {
    inputLanes: integer(1, 65536, 'pixels that arrive in parallel, and stochastic bit generators', 16),
    firstLayerOrder: choice(
      ['plane-by-plane', 'row-by-row'],
      'layer 1 reads all rows with a bit plane or draw before the next one, or all planes of a row before the next row',
      'plane-by-plane',
    ),
    outputScaleBits: integer(1, 24, 'bits of the factor that scales the score of a class', 8),
    reprogrammings,
  },
  columns,
  weight: 'light',
  source: {
    cite: 'T. Hirtzlin et al., Front. Neurosci. 13:1383 (2020), arXiv 1908.04066; M. Bocquet et al., IEDM 2018, arXiv 1902.02528',
    where:
      'XNOR in the precharge sense amplifier of a 2T2R array, popcount near the memory; circuits of @bitfront/circuits',
    how: 'derived',
    residual: 'unknown: area and energy of the published system are not public',
    assumed: [
      'one popcount tree per array as wide as a row, adders over arrays, layers one after the other, no pipeline',
      '16 input lanes, plane by plane and 8-bit output factors unless given',
      'ideal random numbers come from an 8-bit shift register per input lane; other generators are built as the encoding says, start values without cost',
      'thresholds and output factors in cells of the same technology, read without error',
      'lines to write per column: 3 for 2T2R, 2 for 1T1R and SRAM, each with its own driver',
      'a layer is a square for its wires; wire resistance and leakage of logic are left out',
      'windows slide over shift registers and line memories made of flip-flops; one window per layer',
      'outputs wait for a residual shortcut in a register file of their own, a word for each pixel by which the windows in between lag, although line memories hold some of the same bits',
      'a shortcut adds weight times bit to the count, by wiring; adding 0 to a neuron that its source has no channel for is free; wires from the source are left out',
      'channels of a depthwise layer are independent: its inputs toggle with 2·d·(1 − d)',
      'words of error correction do not cross arrays; one encoder for the chip; stored bits are random where decoded',
      'XNOR outputs of successive neurons are independent: they toggle with 2·d·(1 − d)',
    ],
  },
  requires: ({ partition, memory }) => {
    const { rowsHold, arrayCols } = partition?.parameters ?? {};
    if (rowsHold === 'inputs')
      return 'Rows must hold neurons (partitioner parameter rowsHold), because the popcount tree counts along a row.';
    const dataBits = memory?.parameters.dataBits;
    if (typeof dataBits !== 'number' || typeof arrayCols !== 'number') return undefined;
    const reason = wordTooLong(dataBits, arrayCols);
    return reason && `Each word must be read at once, but ${reason} (parameters dataBits and arrayCols).`;
  },
  run: (
    { network, encoding, memory, partition, evaluation },
    { inputLanes, firstLayerOrder, outputScaleBits, reprogrammings },
  ) => {
    const hardware = hardwareOf(memory, partition.array);
    const works = worksOf(
      network.architecture.layers,
      partition,
      evaluation.activity,
      encoding.inference,
      firstLayerOrder === 'plane-by-plane',
    );
    const items = networkItems(hardware, works, encoding.inference, { inputLanes, outputScaleBits });
    const arrays = partition.layers.reduce((total, layer) => total + layer.arrays, 0);
    const emptyAreaUm2 = arrays * boundingExcessUm2(hardware);
    const write = writeEnergyOf(hardware, works, outputScaleBits);
    const life = { reprogrammings, enduranceCycles: memory.write.enduranceCycles };
    return { row: costRow(items, emptyAreaUm2, write, life) };
  },
});
