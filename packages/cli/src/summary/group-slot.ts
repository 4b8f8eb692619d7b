import type { Plan } from '@bitfront/engine';

/** The slot that the plot and the comparison tell apart: the technology, else the one with most alternatives. */
export function groupSlot(plan: Plan): string {
  const named = plan.slots.find((slot) => slot.name === 'device');
  const widest = [...plan.slots].sort((a, b) => b.choices.length - a.choices.length)[0];
  return (named ?? widest)?.name ?? '';
}
