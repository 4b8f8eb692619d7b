import { demandLength } from '../crossbar-array.ts';

/** The column currents of one read, µA: I_j = Σ_i M_ij · V_i with the response of the array. @throws CIRCUIT_VALUE_OUT_OF_RANGE */
export function readColumnsUa(responseUs: Float64Array, rowVoltsV: Float64Array): Float64Array {
  const columns = Math.floor(responseUs.length / rowVoltsV.length);
  demandLength('responseUs', responseUs.length, columns * rowVoltsV.length);
  const currents = new Float64Array(columns);
  for (const [row, volts] of rowVoltsV.entries()) {
    if (volts === 0) continue;
    for (let column = 0; column < columns; column++)
      currents[column] =
        (currents[column] as number) + volts * (responseUs[row * columns + column] as number);
  }
  return currents;
}
