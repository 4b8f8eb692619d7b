import { bitfrontError } from '@bitfront/errors';
import { formats } from './formats.ts';
import type { NpyValues } from './npy-array.ts';

/**
 * Writes a typed array as a NPY file: version 1, little-endian, C order, header padded to 64 bytes as NumPy does.
 * Equal arrays give equal bytes.
 * @param shape the sizes, whose product is the array's length; a plain list when left out
 * @throws ARRAY_LENGTH_MISMATCH when shape and length differ.
 */
export function writeNpy(
  data: NpyValues,
  shape: readonly number[] = [data.length],
  name = 'NPY data',
): Uint8Array {
  const expected = shape.reduce((product, size) => product * size, 1);
  if (expected !== data.length)
    throw bitfrontError('ARRAY_LENGTH_MISMATCH', {
      name,
      length: data.length,
      shape: `(${shape.join(', ')})`,
      expected,
    });
  const header = headerText(descrOf(data), shape);
  const file = new Uint8Array(header.length + data.byteLength);
  for (let at = 0; at < header.length; at++) file[at] = header.charCodeAt(at);
  file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), header.length);
  return file;
}

function descrOf(data: NpyValues): string {
  const type = data.constructor.name.replace('Array', '').replace('Big', '').toLowerCase();
  const code = formats.find((format) => format.type === type)?.code ?? '';
  return `${data.BYTES_PER_ELEMENT === 1 ? '|' : '<'}${code}`;
}

/** Magic, version 1.0, length and dictionary, one character per byte. */
function headerText(descr: string, shape: readonly number[]): string {
  const sizes = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${sizes}, }`;
  const total = Math.ceil((10 + dictionary.length + 1) / 64) * 64;
  const length = total - 10;
  const lengthBytes = String.fromCharCode(length & 0xff, length >>> 8);
  return `\x93NUMPY\x01\x00${lengthBytes}${dictionary.padEnd(length - 1)}\n`;
}
