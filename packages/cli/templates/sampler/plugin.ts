import { defineSampler, integer } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/** A search strategy: here every `stride`-th allowed point of the grid. */
export default defineSampler({
  name: 'plugin-name',
  version: 1,
  doc: 'One line for bitfront list.',
  parameters: { stride: integer(1, 1_000_000, 'distance between the points that are asked', 1) },
  source: { cite: 'author, title, venue, year', where: 'algorithm', how: 'derived', residual: 'exact' },
  capabilities: { adaptive: false, intervals: false },
  start(space, { stride }, { budget = Number.POSITIVE_INFINITY }) {
    if (!Number.isFinite(space.size))
      throw bitfrontError('SAMPLER_SPACE_INFINITE', { plugin: 'plugin-name' });
    let next = 0;
    let asked = 0;
    return {
      ask() {
        for (; asked < budget && next < space.size; next += stride) {
          const point = space.at(next);
          if (!space.allows(point)) continue;
          next += stride;
          asked++;
          return point;
        }
        return 'done';
      },
    };
  },
});
