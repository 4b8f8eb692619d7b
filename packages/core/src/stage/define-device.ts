import { noCorrection } from '../artifacts/correction.ts';
import type { Memory } from '../artifacts/memory.ts';
import type { ParameterSchema, ParametersOf } from '../parameters/parameter.ts';
import type { Source } from './source.ts';
import type { Column, Stage } from './stage.ts';

/** A memory technology: parameters in, figures of one stored bit out. */
export interface Device<Schema extends ParameterSchema> {
  readonly name: string;
  readonly version: number;
  readonly doc: string;
  readonly parameters: Schema;
  readonly source: Source;
  readonly capabilities?: Readonly<Record<string, string | number | boolean>>;
  /**
   * A pure function; the row of the device is derived from what it returns. Correction is for other plugins to add.
   * Without conductances the technology cannot stand in an analog crossbar; the capability `conductance: 'unknown'`
   * says so when a plan is made.
   */
  model(
    parameters: ParametersOf<Schema>,
  ): Omit<Memory, 'row' | 'correction' | 'conductance'> & Partial<Pick<Memory, 'conductance'>>;
}

/** The columns that every technology adds to a row. */
export const deviceColumns = {
  flipPlusToMinus: {
    unit: '1',
    doc: 'probability that a stored +1 reads as -1, before any error correction',
  },
  flipMinusToPlus: {
    unit: '1',
    doc: 'probability that a stored -1 reads as +1, before any error correction',
  },
  cellAreaUm2PerBit: { unit: 'µm²', doc: 'area that stores one weight bit' },
  writeEnergyFjPerBit: { unit: 'fJ', doc: 'energy to program one weight bit' },
  enduranceCycles: { unit: '1', doc: 'writes that a bit survives; empty where nobody published it' },
} as const satisfies Readonly<Record<string, Column>>;

/** Declares a memory technology. It becomes a light stage without inputs that gives `memory`. */
export function defineDevice<const Schema extends ParameterSchema>(
  device: Device<Schema>,
): Stage<Record<never, never>, 'memory', Schema> {
  const { model, ...description } = device;
  return Object.freeze({
    ...description,
    needs: {},
    gives: 'memory',
    columns: deviceColumns,
    weight: 'light',
    run: (_input, parameters) => {
      const memory = model(parameters);
      const row = {
        flipPlusToMinus: memory.faults.plusToMinus,
        flipMinusToPlus: memory.faults.minusToPlus,
        cellAreaUm2PerBit: memory.cell.areaUm2PerBit,
        writeEnergyFjPerBit: memory.write.energyFjPerBit,
        enduranceCycles: memory.write.enduranceCycles ?? '',
      };
      return { conductance: 'unknown' as const, ...memory, correction: noCorrection, row };
    },
  } satisfies Stage<Record<never, never>, 'memory', Schema>);
}
