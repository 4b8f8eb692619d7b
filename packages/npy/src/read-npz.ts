import { crc32 } from 'node:zlib';
import { bitfrontError } from '@bitfront/errors';
import { unzipSync } from 'fflate';
import type { NpyArray } from './npy-array.ts';
import { readNpy } from './read-npy.ts';
import { zipSums } from './zip-sums.ts';

/**
 * Reads a NPZ archive (`numpy.savez` or `numpy.savez_compressed`): the name of each array, without `.npy`, to the array.
 * @param file name for messages
 * @throws DATASET_FORMAT_INVALID for a damaged archive or an entry whose checksum is wrong; for its arrays see `readNpy`.
 */
export function readNpz(bytes: Uint8Array, file = 'NPZ data'): Readonly<Record<string, NpyArray>> {
  const entries = Object.entries(unzipped(bytes, file)).filter(([name]) => name.endsWith('.npy'));
  const sums = zipSums(bytes);
  for (const [name, content] of entries)
    if (crc32(content) !== sums.get(name)) {
      const reason = `The checksum of its entry "${name}" is wrong.`;
      throw bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'NPZ', reason });
    }
  return Object.fromEntries(
    entries.map(([name, content]) => [name.slice(0, -'.npy'.length), readNpy(content, `${file}/${name}`)]),
  );
}

function unzipped(bytes: Uint8Array, file: string): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes);
  } catch (cause) {
    const reason = `Its ZIP archive cannot be unpacked (${cause instanceof Error ? cause.message : String(cause)}).`;
    throw bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'NPZ', reason }, { cause });
  }
}
