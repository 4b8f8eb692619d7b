import type { Upstream } from '@bitfront/core';

/** Why the columns of this memory carry no known currents, or nothing; asked before anything runs. */
export function refuseMemory({ memory }: Pick<Upstream, 'memory'>): string | undefined {
  if (memory?.capabilities.corrects === true)
    return `Error correction (${memory.plugin}) works on words, and a column that sums the currents of many cells reads none. Take it out, or use ecc-none.`;
  if (memory?.capabilities.conductance === 'unknown')
    return `${memory.plugin} says nothing about the conductances of its cells. Use a technology with both resistances, or evaluator-faulted.`;
  return undefined;
}
