/** How a cell hangs between its lines. */
export type CellKind = 'one-transistor-one-resistor' | 'sram-6t' | 'transistor' | 'crosspoint';

/** What the circuits around a cell need to know of it; nothing else asks for its kind. */
export interface CellTraits {
  /** `wide`: one gate along the cell; `pair`: two gates of unit width; `none`: the line is an electrode. */
  readonly wordLineGates: 'wide' | 'pair' | 'none';
  readonly bitLinesPerColumn: 1 | 2;
  /** Drains on each bit line per cell. */
  readonly drainsPerBitLine: 0 | 1;
  readonly hasSelectLine: boolean;
  /** Bit lines are charged before a read, and the cell discharges one of them. */
  readonly isPrecharged: boolean;
  /** A cell that holds its value by a supply leaks when idle. */
  readonly leaks: boolean;
}

/** A cell behind a gate of its own, whether the device stands beside the transistor or is it. */
const selected: CellTraits = {
  wordLineGates: 'wide',
  bitLinesPerColumn: 1,
  drainsPerBitLine: 1,
  hasSelectLine: true,
  isPrecharged: false,
  leaks: false,
};

export const cellTraits: Readonly<Record<CellKind, CellTraits>> = {
  'one-transistor-one-resistor': selected,
  'sram-6t': {
    wordLineGates: 'pair',
    bitLinesPerColumn: 2,
    drainsPerBitLine: 1,
    hasSelectLine: false,
    isPrecharged: true,
    leaks: true,
  },
  transistor: selected,
  crosspoint: {
    wordLineGates: 'none',
    bitLinesPerColumn: 1,
    drainsPerBitLine: 0,
    hasSelectLine: false,
    isPrecharged: false,
    leaks: false,
  },
};
