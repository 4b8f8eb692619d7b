import { reprogrammings } from '@bitfront/bill';
import { choice, defineStage, flag, integer } from '@bitfront/core';
import { columns } from './columns.ts';
import { networkLoss } from './network-loss.ts';
import { costRow } from './cost-row.ts';
import { layerWorks } from './layer-work.ts';
import { networkBill } from './network-bill.ts';
import { refuseCombination } from './refuse-combination.ts';

const transistors = ['high-performance', 'low-standby-power'] as const;

/**
 * Memristor crossbars and their relatives. Each driven row carries a bit, each column sums the currents of its cells;
 * a pair of columns is subtracted, converted, and the parts of a sum from several crossbars are added. An activation of
 * +1 drives its row and −1 does not, so that the dot product is twice the sum less a constant, which the threshold takes
 * up. Or rows are read one by one and added in digital logic. Multi-bit inputs come bit by bit.
 */
export default defineStage({
  name: 'cost-crossbar',
  version: 1,
  doc: 'area, energy and latency of crossbars with converters, or with digital sums row by row',
  needs: {
    network: ['architecture'],
    encoding: ['inference'],
    memory: ['cell', 'read', 'write', 'conductance'],
    mapping: ['array', 'pairs', 'layers'],
    evaluation: ['activity'],
  },
  gives: 'cost',
  parameters: {
    sensing: choice(
      ['flash-adc', 'sar-adc', 'row-by-row'],
      'converters that read the sum of many rows, or amplifiers and digital sums, row by row',
      'flash-adc',
    ),
    adcBits: integer(1, 8, 'bits of a converter; unused row by row', 5),
    outputsPerConverter: integer(1, 256, 'outputs that share a converter or an amplifier', 8),
    rowsInParallel: integer(
      0,
      65_536,
      'rows that are on together, in groups if fewer than a read drives; 0: all',
      0,
    ),
    cellKind: choice(
      ['by-sensing', 'one-transistor-one-resistor', 'transistor', 'crosspoint', 'sram-6t'],
      'how cells hang between lines; by-sensing: SRAM where a latch senses, else a transistor and a resistor',
      'by-sensing',
    ),
    circuitTransistors: choice(
      transistors,
      'transistors of the circuits around the cells',
      'high-performance',
    ),
    cellTransistors: choice(transistors, 'transistors of cells made of them alone', 'low-standby-power'),
    powerGating: flag('circuits of a layer leak only while it works; SRAM always', false),
    inputLanes: integer(1, 65_536, 'stochastic bit generators', 16),
    outputScaleBits: integer(1, 24, 'bits of the factor that scales the score of a class', 8),
    reprogrammings,
  },
  columns,
  weight: 'light',
  source: {
    cite: 'Bitfront; columns and pairs as in S. Oh, J. An, K.-S. Min, Micromachines 14 (2023) 309; circuits of @bitfront/circuits, arrays of @bitfront/crossbar-array',
    where: 'figure 1 for the pair of columns; the rest is counted',
    how: 'derived',
    residual: 'unknown for whole networks; arrays against printed ones: README of @bitfront/crossbar-array',
    assumed: [
      'the subtraction of a pair costs nothing beside its converter',
      'half of the cells with a weight are on; rows that a layer does not drive stay off',
      'layers one after the other, no pipeline; converters, adders and comparators of a layer of its own',
      'inputs of each layer in SRAM of 64-bit words, in as many banks as a read needs',
      'an H-tree for each layer, whose crossbars form a square; no wires between layers',
      'one OR and one flip-flop per lane pools; open windows wait in the buffer of the next layer',
      'sums are random where they toggle',
      'leakage at 300 K; where supplies are gated, their switches cost nothing',
    ],
  },
  requires: refuseCombination,
  run: (
    { network, encoding, memory, mapping, evaluation },
    { reprogrammings, inputLanes, outputScaleBits, powerGating, ...reading },
  ) => {
    const works = layerWorks(network.architecture.layers, mapping, evaluation.activity, encoding.inference);
    const bill = networkBill(memory, mapping, works, encoding.inference, {
      ...reading,
      inputLanes,
      outputScaleBits,
      powerGating,
    });
    const { sensing, adcBits, rowsInParallel } = reading;
    const loss = sensing === 'row-by-row' ? undefined : networkLoss(works, adcBits, rowsInParallel);
    const life = { reprogrammings, enduranceCycles: memory.write.enduranceCycles };
    return { row: costRow(bill, life, loss) };
  },
});
