import { contentHash, type Network } from '@bitfront/core';

/** What names a trained network: the content hash of all that inference reads. */
export function weightsHash({
  weights,
  thresholds,
  output,
}: Pick<Network, 'weights' | 'thresholds' | 'output'>): string {
  return contentHash({ weights, thresholds, output });
}
