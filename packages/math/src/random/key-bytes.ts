/**
 * A key as bytes, no two different keys alike: each part is a tag, then a string's length and UTF-16 code units or
 * a number's eight bytes (-0 counts as 0). So ('ab', 'c') differs from ('a', 'bc') and '1' from 1.
 */
export function keyBytes(parts: readonly (string | number)[]): Uint8Array {
  let size = 0;
  for (const part of parts) size += typeof part === 'string' ? 5 + 2 * part.length : 9;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts)
    at = typeof part === 'string' ? putText(view, at, part) : putNumber(view, at, part);
  return bytes;
}

function putText(view: DataView, at: number, text: string): number {
  view.setUint8(at, 1);
  view.setUint32(at + 1, text.length, true);
  for (let i = 0; i < text.length; i++) view.setUint16(at + 5 + 2 * i, text.charCodeAt(i), true);
  return at + 5 + 2 * text.length;
}

function putNumber(view: DataView, at: number, value: number): number {
  view.setUint8(at, 2);
  // Adding 0 turns -0 into 0; NaN is written as one fixed pattern, whatever the engine's own.
  if (Number.isNaN(value)) view.setUint32(at + 5, 0x7ff80000, true);
  else view.setFloat64(at + 1, value + 0, true);
  return at + 9;
}
