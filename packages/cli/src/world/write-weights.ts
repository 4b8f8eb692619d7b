import type { Network } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { networkToNpz } from '@bitfront/network-npz';
import { writeFileAtomic } from '@bitfront/store';
import type { Parts } from './run-alone.ts';

/**
 * Writes a trained network as `.npz`, for other tools and for `trainer-import`.
 * @throws COMMAND_USAGE_WRONG if the artifact is no network, and the errors of writing
 */
export function writeWeights(file: string, artifact: Parts): void {
  if (artifact.architecture === undefined || artifact.float === undefined) {
    const problem = 'Only trained networks have weights to write, and this stage gives none.';
    throw bitfrontError('COMMAND_USAGE_WRONG', { problem, command: 'run' });
  }
  writeFileAtomic(file, networkToNpz(artifact as unknown as Network));
}
