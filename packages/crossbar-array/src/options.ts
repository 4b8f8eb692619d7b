import type { Technology, TransistorKind } from '@bitfront/circuits';
import type { CellKind } from './cell-traits.ts';

/** One physical cell, as its technology gives it. */
export interface Cell {
  readonly kind: CellKind;
  readonly areaUm2: number;
  /** Width along the word line over height. */
  readonly aspectRatio: number;
  /** Means over devices. Of an SRAM cell: access and pull-down transistor in series, and their leakage. */
  readonly onConductanceUs: number;
  readonly offConductanceUs: number;
  /** Share of cells that are on, 0 to 1. */
  readonly onShare: number;
  readonly readVoltageV: number;
  /** How long a cell conducts in one read. */
  readonly readPulseNs: number;
  readonly writeVoltageV: number;
  /** Of the device alone, mean of both values. */
  readonly writeEnergyFjPerCell: number;
}

/** Many rows at once through converters, or one row after the other and sums in digital logic. */
export type Sensing =
  | {
      readonly kind: 'adc';
      readonly converter: 'flash' | 'sar';
      readonly bits: number;
      /** Outputs that share a converter, of one column each or of two. */
      readonly columnsPerConverter: number;
      /** 2 where the currents of a pair are subtracted in front of the converter; 1 unless given. */
      readonly columnsPerOutput?: 1 | 2;
      /** Rows that are on together, at most; more rows are read in groups and added up. */
      readonly rowsParallel: number;
    }
  | {
      readonly kind: 'row-by-row';
      readonly columnsPerAmplifier: number;
      /** Rows that one read of the array visits: fewer than all where two rows hold one weight. */
      readonly rowsRead: number;
    };

/** What the inputs and the logic behind them do. */
export interface Inputs {
  /** One bit plane after the other. */
  readonly bits: number;
  /** Share of ones, 0 to 1. */
  readonly density: number;
  /** Probability that a bit differs from the one before in the same row. */
  readonly toggle: number;
  /** Probability that a node of encoders and accumulators toggles. */
  readonly logicToggle: number;
}

export interface CrossbarOptions {
  readonly technology: Technology;
  /** Of all circuits around the cells. */
  readonly circuitTransistors: TransistorKind;
  /** Of the cells, where they are made of transistors alone. */
  readonly cellTransistors: TransistorKind;
  readonly rows: number;
  readonly columns: number;
  readonly cell: Cell;
  readonly sensing: Sensing;
  readonly inputs: Inputs;
}
