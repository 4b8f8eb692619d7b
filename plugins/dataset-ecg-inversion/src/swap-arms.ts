import type { Leads } from './leads.ts';

/** What the same heart gives when the electrodes of left and right arm are exchanged. */
export function swapArms(leads: Leads): Leads {
  const { I, II, III, aVR, aVL } = leads;
  return { ...leads, I: I.map((value) => -value), II: III, III: II, aVR: aVL, aVL: aVR };
}
