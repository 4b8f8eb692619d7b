import { spawnSync } from 'node:child_process';
import { bitfrontError } from '@bitfront/errors';

/**
 * The unpacked content of an .xz file, by the program `xz`: neither Node nor the small decoders of npm read the delta
 * filter that signals are packed with.
 * @param mostBytes content that is longer is an error
 * @throws DATASET_UNPACK_FAILED
 */
export function xzUnpacked(plugin: string, path: string, mostBytes: number): Uint8Array {
  const { error, status, stdout, stderr } = spawnSync('xz', ['--decompress', '--stdout', '--', path], {
    maxBuffer: mostBytes + 1,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error === undefined && status === 0) return stdout;
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException;
  const said = code === 'ENOENT' ? 'The program xz is not on this machine.' : `xz said: ${message ?? stderr}`;
  throw bitfrontError('DATASET_UNPACK_FAILED', { plugin, file: path, reason: said.trim() }, { cause: error });
}
