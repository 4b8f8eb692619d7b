import { zipSync } from 'fflate';
import type { NpyValues } from './npy-array.ts';
import { writeNpy } from './write-npy.ts';

/** One array of an archive; a plain list where `shape` is left out. */
interface Entry {
  readonly data: NpyValues;
  readonly shape?: readonly number[];
}

/**
 * Writes named arrays as a NPZ archive, deflated, in the order of the keys. Every entry carries the same date,
 * so equal arrays give equal bytes.
 * @throws ARRAY_LENGTH_MISMATCH when a shape and its length differ.
 */
export function writeNpz(arrays: Readonly<Record<string, Entry>>): Uint8Array {
  const files = Object.entries(arrays).map(([name, { data, shape }]) => [
    `${name}.npy`,
    writeNpy(data, shape, name),
  ]);
  return zipSync(Object.fromEntries(files), { mtime: firstZipDay, level: 6 });
}

/** ZIP dates start in 1980 and are local time; noon keeps the day in every time zone. */
const firstZipDay = new Date(1980, 0, 1, 12);
