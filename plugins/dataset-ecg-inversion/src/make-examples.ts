import type { Examples } from '@bitfront/core';
import { type Conditioning, conditionLead } from './condition-lead.ts';
import { type LeadName, twelveLeads } from './leads.ts';
import { swapArms } from './swap-arms.ts';

/** What is cut out of a record, and how. */
export interface Cut extends Conditioning {
  readonly leads: readonly LeadName[];
  /** Samples of an example, after decimation. */
  readonly width: number;
  /** Equally spaced pieces of a record, from its first to its last sample; a single one lies in the middle. */
  readonly windows: number;
}

/** Label of a record as it is, and with the arms exchanged. */
export const labels = { normal: 0, swapped: 1 } as const;

/**
 * The examples of some records: piece by piece, as it is and with the arms exchanged.
 * @param records of each, the eight stored leads [8 × samples]
 */
export function makeExamples(records: readonly Int16Array[], cut: Cut, signal: AbortSignal): Examples {
  const features = cut.leads.length * cut.width;
  const count = 2 * records.length * cut.windows;
  const examples = {
    count,
    values: new Uint8Array(count * features),
    labels: Uint8Array.from({ length: count }, (_, index) =>
      index % 2 === 0 ? labels.normal : labels.swapped,
    ),
  };
  for (const [index, stored] of records.entries()) {
    signal.throwIfAborted();
    const normal = twelveLeads(stored);
    for (const [version, leads] of [normal, swapArms(normal)].entries())
      for (const [channel, name] of cut.leads.entries()) {
        const bytes = conditionLead(leads[name], cut);
        for (let window = 0; window < cut.windows; window++) {
          const from = startOf(window, cut.windows, bytes.length - cut.width);
          const example = 2 * (index * cut.windows + window) + version;
          examples.values.set(
            bytes.subarray(from, from + cut.width),
            example * features + channel * cut.width,
          );
        }
      }
  }
  return examples;
}

/** The first sample of a piece when `room` samples are left over. */
function startOf(window: number, windows: number, room: number): number {
  return windows === 1 ? Math.floor(room / 2) : Math.floor((window * room) / (windows - 1));
}
