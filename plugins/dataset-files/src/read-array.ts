import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type IdxArray, readIdx } from '@bitfront/idx';
import { type NpyArray, readNpy } from '@bitfront/npy';
import { locate } from './locate.ts';

export interface FileArray {
  /** Name for messages. */
  readonly file: string;
  readonly array: IdxArray | NpyArray;
}

/**
 * Reads one of the user's files; its first bytes tell the format, not its name.
 * @throws DATASET_FILE_MISSING, DATASET_FORMAT_INVALID, ARRAY_TYPE_UNSUPPORTED
 */
export function readArray(plugin: string, folders: readonly string[], name: string): FileArray {
  const path = locate(plugin, folders, name);
  const bytes = readFileSync(path);
  const file = basename(path);
  return { file, array: bytes[0] === npyFirstByte ? readNpy(bytes, file) : readIdx(bytes, file) };
}

const npyFirstByte = 0x93;
