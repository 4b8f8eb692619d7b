import type { CrossbarMapping } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { writeFileAtomic } from '@bitfront/store';
import type { Parts } from './run-alone.ts';

/**
 * Draws the layers of a mapping on crossbars, one under the other.
 * @throws COMMAND_USAGE_WRONG if the artifact is no mapping, and the errors of writing
 */
export async function writeDrawing(file: string, artifact: Parts): Promise<void> {
  if (artifact.layers === undefined || artifact.pairs === undefined || artifact.array === undefined) {
    const problem = 'Only mappings of layers on crossbars can be drawn, and this stage gives none.';
    throw bitfrontError('COMMAND_USAGE_WRONG', { problem, command: 'run' });
  }
  const { mappingsSvg } = await import('@bitfront/report');
  writeFileAtomic(file, mappingsSvg(artifact as unknown as CrossbarMapping));
}
