/** The typed arrays an artifact may hold, by the name under which their type is stored. */
export const typedArrays = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const;

export type TypedArrayName = keyof typeof typedArrays;

/** Any of them, seen as bytes. */
export interface TypedArray extends ArrayBufferView {
  readonly length: number;
}

/** The name of a typed array's type, or nothing for other views such as Buffer and DataView. */
export function typedArrayName(view: ArrayBufferView): TypedArrayName | undefined {
  const { name } = view.constructor;
  return Object.hasOwn(typedArrays, name) ? (name as TypedArrayName) : undefined;
}

/** The bytes of an array, without copying. */
export function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
