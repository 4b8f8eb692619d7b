import { quantity } from '@bitfront/core';

/** `enduranceCycles` of any technology. 0, its default, claims nothing: the memory then says nothing about endurance. */
export const enduranceCycles = quantity('cycles', 0, 1e18, 'writes that a bit survives; 0: not known', {
  default: 0,
  provenance: { cite: 'no endurance is claimed unless it is given', how: 'derived' },
});
