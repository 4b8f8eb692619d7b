import { type TypedArray, type TypedArrayName, typedArrayName } from './typed-arrays.ts';

/** JSON in which typed arrays and numbers that JSON lacks are stood for by objects with one key that starts with $. */
export type Encoded = unknown;

/** Replaces the typed arrays of plain data by `{ $array: index }` and collects them. */
export function encodeStructure(value: unknown, arrays: TypedArray[]): Encoded {
  if (value === undefined) return { $undefined: true };
  if (typeof value === 'number') return isJsonNumber(value) ? value : { $number: numberText(value) };
  if (value === null || typeof value !== 'object') return value;
  if (ArrayBuffer.isView(value)) return { $array: arrays.push(value as TypedArray) - 1 };
  if (Array.isArray(value)) return Array.from(value, (entry) => encodeStructure(entry, arrays));
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([name, entry]) => [name, encodeStructure(entry, arrays)] as const);
  return entries.some(([name]) => name.startsWith('$')) ? { $object: entries } : Object.fromEntries(entries);
}

/** Undoes `encodeStructure`; `arrayAt` gives the array of an index. */
export function decodeStructure(encoded: Encoded, arrayAt: (index: number) => TypedArray): unknown {
  if (encoded === null || typeof encoded !== 'object') return encoded;
  if (Array.isArray(encoded)) return encoded.map((entry) => decodeStructure(entry, arrayAt));
  const record = encoded as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(record, '$array')) return arrayAt(record.$array as number);
  if (Object.hasOwn(record, '$number')) return Number(record.$number);
  if (Object.hasOwn(record, '$undefined')) return undefined;
  const entries = Object.hasOwn(record, '$object')
    ? (record.$object as readonly (readonly [string, unknown])[])
    : Object.entries(record);
  return Object.fromEntries(entries.map(([name, entry]) => [name, decodeStructure(entry, arrayAt)]));
}

/** How an array stands in the header; its bytes follow in the same order. */
export interface ArrayEntry {
  readonly type: TypedArrayName;
  readonly length: number;
}

export function arrayEntry(array: TypedArray): ArrayEntry {
  return { type: typedArrayName(array) as TypedArrayName, length: array.length };
}

function isJsonNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
