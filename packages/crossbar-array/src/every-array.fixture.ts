import { type Technology, technology } from '@bitfront/circuits';
import type { CellKind } from './cell-traits.ts';
import type { Cell, CrossbarOptions, Sensing } from './options.ts';

export const nodes = [180, 130, 90, 65, 45, 28, 22, 16, 14, 10, 7];
export const shapes = [
  [1, 1],
  [1, 10],
  [784, 1],
  [784, 10],
  [95, 16],
  [16, 6],
  [128, 128],
  [1024, 1025],
] as const;

export const cellKinds: readonly CellKind[] = [
  'one-transistor-one-resistor',
  'sram-6t',
  'transistor',
  'crosspoint',
];

export function cellOf(kind: CellKind, here: Technology): Cell {
  const featureUm = here.nodeNm / 1000;
  const sram = kind === 'sram-6t';
  return {
    kind,
    areaUm2:
      { 'one-transistor-one-resistor': 48, 'sram-6t': 280, transistor: 24, crosspoint: 4 }[kind] *
      featureUm *
      featureUm,
    aspectRatio: 1.5,
    onConductanceUs: 10,
    offConductanceUs: 0.5,
    onShare: 0.5,
    readVoltageV: sram ? here.supplyV : 0.4,
    readPulseNs: 1,
    writeVoltageV: sram ? here.supplyV : 2,
    writeEnergyFjPerCell: sram ? 0 : 500,
  };
}

export const sensings: readonly Sensing[] = [
  { kind: 'adc', converter: 'flash', bits: 5, columnsPerConverter: 8, rowsParallel: 128 },
  { kind: 'adc', converter: 'sar', bits: 8, columnsPerConverter: 1, rowsParallel: 9 },
  { kind: 'adc', converter: 'flash', bits: 1, columnsPerConverter: 4, rowsParallel: 1 },
  { kind: 'row-by-row', columnsPerAmplifier: 1, rowsRead: 1 },
  { kind: 'row-by-row', columnsPerAmplifier: 4, rowsRead: 1 },
];

/** An ordinary array; row by row all rows are read. */
export function arrayOf(
  changes: Partial<CrossbarOptions> & { readonly nodeNm?: number; readonly kind?: CellKind } = {},
): CrossbarOptions {
  const { nodeNm = 28, kind = 'one-transistor-one-resistor', ...rest } = changes;
  const here = technology(nodeNm);
  const options: CrossbarOptions = {
    technology: here,
    circuitTransistors: 'high-performance',
    cellTransistors: 'low-standby-power',
    rows: 128,
    columns: 128,
    cell: cellOf(kind, here),
    sensing: { kind: 'adc', converter: 'flash', bits: 5, columnsPerConverter: 8, rowsParallel: 128 },
    inputs: { bits: 1, density: 0.45, toggle: 0.5, logicToggle: 0.25 },
    ...rest,
  };
  const { sensing, rows } = options;
  return sensing.kind === 'adc' ? options : { ...options, sensing: { ...sensing, rowsRead: rows } };
}
