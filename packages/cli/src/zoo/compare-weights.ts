import { bitfrontError } from '@bitfront/errors';
import type { ZooCard } from '@bitfront/zoo';
import { percentText } from '../text/number-text.ts';

/** What to tell of a network that was trained again. @throws ZOO_WEIGHTS_DIFFER */
export function compareWeights(shipped: ZooCard, trained: ZooCard): string {
  if (trained.weightsSha256 === shipped.weightsSha256)
    return `same weights as in the zoo: ${shipped.weightsSha256}`;
  const { commit, node, plugins } = shipped.trainedWith;
  const versions = Object.entries(plugins).map(([plugin, version]) => `${plugin} ${version}`);
  throw bitfrontError('ZOO_WEIGHTS_DIFFER', {
    name: shipped.name,
    trained: trained.weightsSha256,
    trainedError: percentText(trained.errorRate),
    shipped: shipped.weightsSha256,
    shippedError: percentText(shipped.errorRate),
    trainedWith: [...versions, `Node ${node}`, ...(commit === undefined ? [] : [`commit ${commit}`])],
  });
}
