import {
  type Cell,
  type CellKind,
  type CrossbarArray,
  crossbarArray,
  type Sensing,
} from '@bitfront/crossbar-array';
import { sramCellConductanceUs, type Technology, technology, type TransistorKind } from '@bitfront/circuits';
import type { CrossbarMapping, Memory } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import type { LayerWork } from './layer-work.ts';

export type CrossbarMemory = Pick<Memory, 'cell' | 'read' | 'write' | 'conductance'>;

/** How crossbars are read, whatever the layer. */
export interface Reading {
  readonly sensing: 'flash-adc' | 'sar-adc' | 'row-by-row';
  readonly adcBits: number;
  readonly outputsPerConverter: number;
  /** Rows that are on together; 0 for all that a read drives. */
  readonly rowsInParallel: number;
  readonly cellKind: 'by-sensing' | CellKind;
  readonly circuitTransistors: TransistorKind;
  readonly cellTransistors: TransistorKind;
}

/** The crossbars of one layer. */
export interface ArrayUse {
  readonly technology: Technology;
  readonly array: CrossbarArray;
  /** Outputs that the converters could give in the reads of an image, of which this share is asked for. */
  readonly outputShare: number;
}

/**
 * One crossbar as the layer uses it on average: rows that it does not drive stay off, columns that it does not use are
 * not converted, and half of the cells with a weight are on.
 * @throws MEMORY_CONDUCTANCE_UNKNOWN, CIRCUIT_VALUE_OUT_OF_RANGE
 */
export function arrayUse(
  memory: CrossbarMemory,
  { array: size, pairs }: Pick<CrossbarMapping, 'array' | 'pairs'>,
  work: LayerWork,
  reading: Reading,
): ArrayUse {
  const here = technology(memory.cell.nodeNm, memory.cell.supplyV);
  const { mapping, activity, planes } = work;
  const columnsPerOutput = pairs === 'neighbouring-columns' ? 2 : 1;
  const outputs = Math.floor(size.columns / columnsPerOutput);
  const drivenShare = mapping.rowDrives / (mapping.crossbarReads * size.rows);
  const onShare = (0.5 * mapping.weightCells) / (mapping.wiredRows * size.columns);
  const array = crossbarArray({
    technology: here,
    circuitTransistors: reading.circuitTransistors,
    cellTransistors: reading.cellTransistors,
    ...size,
    cell: { ...cellOf(here, memory, reading), onShare: Math.min(1, onShare) },
    sensing: sensingOf(reading, size, columnsPerOutput, work),
    inputs: {
      bits: planes,
      density: activity.inputDensity * Math.min(1, drivenShare),
      toggle: activity.inputToggle * Math.min(1, drivenShare),
      logicToggle: RANDOM,
    },
  });
  return { technology: here, array, outputShare: mapping.conversions / (mapping.crossbarReads * outputs) };
}

function cellOf(here: Technology, memory: CrossbarMemory, reading: Reading): Omit<Cell, 'onShare'> {
  const { cell, read, write, conductance } = memory;
  // A pair of branches makes one bit of a differential memory; a crossbar pairs its cells itself.
  const branches = cell.sensing === 'differential' ? 2 : 1;
  const bySensing = cell.sensing === 'voltage-latch' ? 'sram-6t' : 'one-transistor-one-resistor';
  const kind = reading.cellKind === 'by-sensing' ? bySensing : reading.cellKind;
  const common = {
    kind,
    areaUm2: cell.areaUm2PerBit / branches,
    aspectRatio: cell.aspectRatio / branches,
    readPulseNs: read.latencyNs,
    writeVoltageV: write.voltageV,
    writeEnergyFjPerCell: write.energyFjPerBit / branches,
  };
  if (conductance !== 'unknown')
    return {
      ...common,
      onConductanceUs: conductance.onUs,
      offConductanceUs: conductance.offUs,
      readVoltageV: conductance.readVoltageV,
    };
  if (kind !== 'sram-6t') throw bitfrontError('MEMORY_CONDUCTANCE_UNKNOWN', { plugin: 'cost-crossbar' });
  return {
    ...common,
    onConductanceUs: sramCellConductanceUs(here, reading.cellTransistors),
    offConductanceUs: 0,
    readVoltageV: here.supplyV,
  };
}

function sensingOf(
  { sensing, adcBits: bits, outputsPerConverter, rowsInParallel }: Reading,
  { rows }: CrossbarMapping['array'],
  columnsPerOutput: 1 | 2,
  { mapping }: LayerWork,
): Sensing {
  const driven = Math.min(rows, mapping.sums.rowsDriven);
  if (sensing === 'row-by-row')
    return { kind: 'row-by-row', columnsPerAmplifier: outputsPerConverter, rowsRead: driven };
  return {
    kind: 'adc',
    converter: sensing === 'flash-adc' ? 'flash' : 'sar',
    bits,
    columnsPerConverter: outputsPerConverter,
    columnsPerOutput,
    rowsParallel: rowsInParallel === 0 ? rows : Math.min(rows, rowsInParallel),
  };
}

/** A bit of a sum differs from the one before with probability one half. */
const RANDOM = 0.5;
