/**
 * Two kinds of transistors: `high-performance` logic, and `low-standby-power`, of which memory cells and low-power logic
 * are made.
 */
export type TransistorKind = 'high-performance' | 'low-standby-power';

/**
 * Resistance of an n-transistor that is on, and its current when off at 300 K, per µm of width.
 *
 * From the technology files of CACTI 7 (ITRS 2005 to 2007 device models run in MASTAR): the off current is `I_off_n` at
 * 300 K, the resistance is `multiplier · Vdd / I_on_n`, worked out from its columns.
 */
export interface TransistorRow {
  readonly nodeNm: number;
  readonly onResistanceOhmUm: number;
  readonly offCurrentNaPerUm: number;
}

export const transistorTables: Readonly<Record<TransistorKind, readonly TransistorRow[]>> = {
  'high-performance': [
    row(22, 441.7, 121.6),
    row(32, 606.3, 152),
    row(45, 737.8, 280),
    row(65, 1378, 196),
    row(90, 1716, 32.4),
    row(180, 3080, 0.7),
  ],
  'low-standby-power': [
    row(22, 2188, 0.0243),
    row(32, 2911, 0.0206),
    row(45, 3286, 0.0101),
    row(65, 4530, 0.00912),
    row(90, 4956, 0.00281),
  ],
};

function row(nodeNm: number, onResistanceOhmUm: number, offCurrentNaPerUm: number): TransistorRow {
  return { nodeNm, onResistanceOhmUm, offCurrentNaPerUm };
}
