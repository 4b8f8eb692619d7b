/**
 * A systematic binary code. A word c of `codeBits` bits is a codeword if the XOR of `columns[j]` over its 1 bits is 0.
 * Data bits come first, then check bits; check bit b has the column 1 << b.
 */
export interface LinearCode {
  /** `sec(7,4)`, `secded(72,64)`. */
  readonly name: string;
  readonly dataBits: number;
  readonly checkBits: number;
  readonly codeBits: number;
  /** Column j of the parity-check matrix, bit b of it in row b; all different, none 0. */
  readonly columns: readonly number[];
}

/** Puts the unit columns of the check bits behind `dataColumns`. */
export function linearCode(kind: string, checkBits: number, dataColumns: readonly number[]): LinearCode {
  const dataBits = dataColumns.length;
  const codeBits = dataBits + checkBits;
  const units = Array.from({ length: checkBits }, (_, row) => 1 << row);
  const columns = Object.freeze([...dataColumns, ...units]);
  return Object.freeze({ name: `${kind}(${codeBits},${dataBits})`, dataBits, checkBits, codeBits, columns });
}

/** The ones of every row of the parity-check matrix, its check bit included. */
export function rowWeights(code: LinearCode): readonly number[] {
  return Array.from(
    { length: code.checkBits },
    (_, row) => code.columns.filter((column) => ((column >> row) & 1) === 1).length,
  );
}
