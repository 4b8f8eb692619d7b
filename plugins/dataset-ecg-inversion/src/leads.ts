/** The twelve leads, in the order of the original files. */
export const leadNames = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
export type LeadName = (typeof leadNames)[number];

/** Samples of every lead, in units of the file. */
export type Leads = Readonly<Record<LeadName, Int16Array>>;

/** The leads that are stored, in the order of the file. */
export const storedNames = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;

/**
 * Twelve leads from the eight stored ones, as the original files have them:
 * III = II − I; aVR = trunc(−(I + II)/2); aVF = II − h(I); aVL = I − h(II); h(v) = v/2 rounded away from zero.
 * @param stored [8 × samples]
 */
export function twelveLeads(stored: Int16Array): Leads {
  const samples = stored.length / storedNames.length;
  const lead = (index: number) => stored.subarray(index * samples, (index + 1) * samples);
  const [one, two] = [lead(0), lead(1)];
  const derived = (rule: (one: number, two: number) => number) =>
    one.map((value, at) => rule(value, two[at] ?? 0));
  return {
    I: one,
    II: two,
    III: derived((i, ii) => ii - i),
    aVR: derived((i, ii) => Math.trunc(-(i + ii) / 2)),
    aVL: derived((i, ii) => i - half(ii)),
    aVF: derived((i, ii) => ii - half(i)),
    V1: lead(2),
    V2: lead(3),
    V3: lead(4),
    V4: lead(5),
    V5: lead(6),
    V6: lead(7),
  };
}

/** v/2, rounded away from zero. */
function half(value: number): number {
  return Math.sign(value) * Math.ceil(Math.abs(value) / 2);
}
