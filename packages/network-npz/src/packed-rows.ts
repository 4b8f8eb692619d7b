/**
 * Signs as `numpy.packbits(weight >= 0, axis=1)` packs them: eight to a byte, the first one in its highest bit, every
 * row in bytes of its own; unused bits are 0.
 */
export function packRows(values: Float32Array, rows: number, columns: number): Uint8Array {
  const stride = Math.ceil(columns / 8);
  const packed = new Uint8Array(rows * stride);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) {
      const byte = row * stride + (column >>> 3);
      if ((values[index] ?? 0) >= 0) packed[byte] = (packed[byte] ?? 0) | (0x80 >>> (column & 7));
    }
  return packed;
}

/** The signs as ±1, row-major [rows × columns]. */
export function unpackRows(packed: Uint8Array, rows: number, columns: number): Float32Array {
  const stride = Math.ceil(columns / 8);
  const values = new Float32Array(rows * columns);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) {
      const byte = packed[row * stride + (column >>> 3)] ?? 0;
      values[index] = (byte & (0x80 >>> (column & 7))) === 0 ? -1 : 1;
    }
  return values;
}
