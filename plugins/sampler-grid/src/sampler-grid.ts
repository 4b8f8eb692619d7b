import { defineSampler } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/** Every grid point that the rules allow, in index order. It holds one counter, however large the space is. */
export default defineSampler({
  name: 'sampler-grid',
  version: 1,
  doc: 'Asks every point of the grid that the rules allow, in plan order.',
  parameters: {},
  source: { cite: 'Bitfront', where: 'enumeration of the space', how: 'derived', residual: 'exact' },
  capabilities: { adaptive: false, intervals: false },
  start(space, _parameters, { budget = Number.POSITIVE_INFINITY }) {
    if (!Number.isFinite(space.size))
      throw bitfrontError('SAMPLER_SPACE_INFINITE', { plugin: 'sampler-grid' });
    let next = 0;
    let asked = 0;
    return {
      ask() {
        while (next < space.size && asked < budget) {
          const point = space.at(next);
          next += 1;
          if (!space.allows(point)) continue;
          asked += 1;
          return point;
        }
        return 'done';
      },
    };
  },
});
