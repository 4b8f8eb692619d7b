import { type Column, integer } from '@bitfront/core';

/** How often a network is programmed, and how often its memory can be. */
export interface Life {
  readonly reprogrammings: number;
  readonly enduranceCycles: number | undefined;
}

/** The parameter of a cost model. */
export const reprogrammings = integer(0, 1e12, 'times that the network is programmed in its life', 1);

/** What writing takes over the life. `unit` names what is worn out, a bit or a cell. */
export function lifetimeColumns(unit: 'bit' | 'cell') {
  return {
    lifetimeWriteEnergyPj: { unit: 'pJ', doc: 'energy of all programmings of its life' },
    enduranceLeftCycles: {
      unit: '1',
      doc: `writes that a ${unit} survives after all programmings of the life; below 0 it wears out before, empty where nobody published its endurance`,
    },
  } as const satisfies Readonly<Record<string, Column>>;
}

/** @param writeEnergyPj of programming the network once */
export function lifetimeRow(writeEnergyPj: number, { reprogrammings: times, enduranceCycles }: Life) {
  return {
    lifetimeWriteEnergyPj: times * writeEnergyPj,
    enduranceLeftCycles: enduranceCycles === undefined ? '' : enduranceCycles - times,
  } as const;
}
