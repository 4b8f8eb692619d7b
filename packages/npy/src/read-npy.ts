import { bitfrontError } from '@bitfront/errors';
import { formats } from './formats.ts';
import type { NpyArray } from './npy-array.ts';
import { type NpyHeader, parseHeader } from './parse-header.ts';

/**
 * Reads a NPY file of version 1, 2 or 3, C order, either byte order. The data are a copy of their own.
 * @param file name for messages
 * @throws DATASET_FORMAT_INVALID for a damaged, truncated or Fortran-ordered file, ARRAY_TYPE_UNSUPPORTED for other
 *   types (objects, strings, complex numbers, records).
 */
export function readNpy(bytes: Uint8Array, file = 'NPY data'): NpyArray {
  const refuse = (reason: string) => bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'NPY', reason });
  if (bytes.length < 10 || !magic.every((byte, index) => bytes[index] === byte))
    throw refuse('It does not start with \\x93NUMPY and a header.');
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3) throw refuse(`It has format version ${version}; versions 1 to 3 exist.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerStart = version === 1 ? 10 : 12;
  if (bytes.length < headerStart) throw refuse('It ends inside its header.');
  const start = headerStart + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (bytes.length < start) throw refuse('It ends inside its header.');
  // Copied first: a text decoder refuses memory that threads share.
  const text = new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(bytes.slice(headerStart, start));
  const header = parseHeader(text);
  if (header === undefined) throw refuse('Its header does not name descr, fortran_order and shape.');
  if (header.fortranOrder) throw refuse('It is in Fortran order; save numpy.ascontiguousarray(a) instead.');
  return readValues(bytes.subarray(start), header, file);
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

function readValues(body: Uint8Array, { descr, shape }: NpyHeader, file: string): NpyArray {
  const format = formats.find(({ code }) => code === descr.slice(1));
  if (format === undefined || !'<>|='.includes(descr[0] ?? ''))
    throw bitfrontError('ARRAY_TYPE_UNSUPPORTED', {
      file,
      type: descr,
      valid: formats.map(({ type }) => type),
    });
  const expected = shape.reduce((product, size) => product * size, format.bytes);
  if (body.length !== expected) {
    const reason = `Its shape (${shape.join(', ')}) asks for ${expected} bytes of data, but it has ${body.length}.`;
    throw bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'NPY', reason });
  }
  const copy = new Uint8Array(expected);
  copy.set(body);
  if (descr[0] === '>') reverseEach(copy, format.bytes);
  return { type: format.type, shape, data: format.view(copy.buffer) };
}

function reverseEach(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
