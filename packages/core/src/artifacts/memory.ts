import type { Row } from './artifacts.ts';
import type { CellConductance } from './cell-conductance.ts';
import type { Correction } from './correction.ts';

/** A memory technology at one operating point: what one stored weight bit costs and how often it is wrong. */
export interface Memory {
  /** Probabilities that a stored bit is read wrongly; the evaluator reads nothing else. */
  readonly faults: FlipProbabilities;
  readonly cell: MemoryCell;
  readonly read: MemoryRead;
  readonly write: MemoryWrite;
  /** Of one physical cell, for crossbars. */
  readonly conductance: CellConductance;
  /**
   * Always there. Where words are corrected, `faults` are what correction leaves and the other parts those of a data bit
   * with its share of the check bits; what decoder and encoder cost stands here alone.
   */
  readonly correction: Correction;
  readonly row: Row;
}

export interface FlipProbabilities {
  /** A stored +1 (bit 1) reads as −1. */
  readonly plusToMinus: number;
  /** A stored −1 (bit 0) reads as +1. */
  readonly minusToPlus: number;
}

export interface MemoryCell {
  /** Process node of the array and of the circuits around it. */
  readonly nodeNm: number;
  readonly supplyV: number;
  /** Area of everything that stores one weight bit (both branches of a 2T2R cell). */
  readonly areaUm2PerBit: number;
  /** Width of a bit along the word line over its height. */
  readonly aspectRatio: number;
  /** How the bit reaches the sense amplifier. */
  readonly sensing: 'differential' | 'single-ended' | 'voltage-latch';
  readonly standbyPowerNwPerBit: number;
}

export interface MemoryRead {
  /** Energy in the cell and its bit lines to read one bit, without the sense amplifier. */
  readonly energyFjPerBit: number;
  readonly latencyNs: number;
}

export interface MemoryWrite {
  readonly energyFjPerBit: number;
  readonly latencyNs: number;
  /** The highest voltage on any line: above the supply it needs level shifters. */
  readonly voltageV: number;
  /** Writes a bit survives; absent where nobody published it. */
  readonly enduranceCycles?: number;
}
