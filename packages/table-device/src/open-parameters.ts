import { choice, type Parameter, type ParameterSchema, quantity } from '@bitfront/core';
import { enduranceCycles } from '@bitfront/memory-parameters';
import type { FigureName } from './figures.ts';

/**
 * The parameters of a table's technology beside `condition`: node, supply and sensing, which no table has, and every
 * figure without a column. None has a default but the endurance, which may stay unknown.
 */
export function openParameters(columns: readonly FigureName[]): ParameterSchema {
  const has = (...names: readonly FigureName[]) => names.some((name) => columns.includes(name));
  const open: readonly (readonly [known: boolean, name: string, parameter: Parameter<number>])[] = [
    [
      has('bitErrorRate', 'flipPlusToMinus'),
      'flipPlusToMinus',
      quantity('1', 0, 1, 'probability that a stored +1 reads as -1'),
    ],
    [
      has('bitErrorRate', 'flipMinusToPlus'),
      'flipMinusToPlus',
      quantity('1', 0, 1, 'probability that a stored -1 reads as +1'),
    ],
    [
      !has('relativeWriteEnergy'),
      'referenceWriteEnergyPj',
      quantity('pJ', 0, 1e6, 'energy to write one bit where relativeWriteEnergy is 1'),
    ],
    [
      has('writeEnergyFj', 'relativeWriteEnergy'),
      'writeEnergyFj',
      quantity('fJ', 0, 1e9, 'energy to write one bit'),
    ],
    [has('writeTimeNs'), 'writeTimeNs', quantity('ns', 0, 1e9, 'time of a write')],
    [has('writeVoltageV'), 'writeVoltageV', quantity('V', 0, 20, 'highest voltage of a write')],
    [has('enduranceCycles'), 'enduranceCycles', enduranceCycles],
    [has('readEnergyFj'), 'readEnergyFj', quantity('fJ', 0, 1e9, 'energy to read one bit')],
    [has('readTimeNs'), 'readTimeNs', quantity('ns', 0, 1e6, 'time of a read')],
    [has('cellAreaF2', 'cellAreaUm2'), 'cellAreaF2', quantity('F²', 1, 10_000, 'area that stores one bit')],
    [has('aspectRatio'), 'aspectRatio', quantity('1', 0.1, 10, 'width along the word line over height')],
    [
      has('standbyPowerNwPerBit'),
      'standbyPowerNwPerBit',
      quantity('nW', 0, 1000, 'leakage of a cell; 0 without supply'),
    ],
  ];
  return {
    nodeNm: quantity('nm', 5, 250, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    sensing: choice(['differential', 'single-ended', 'voltage-latch'], 'how the bit reaches the amplifier'),
    ...Object.fromEntries(open.filter(([known]) => !known).map(([, name, parameter]) => [name, parameter])),
  };
}
