import type { Memory } from '@bitfront/core';
import type { Demand } from '../check.ts';

/** Whether every number of an artifact is finite. */
export function demandFinite(demand: Demand, value: unknown, path = 'memory'): void {
  if (typeof value === 'number') demand(Number.isFinite(value), `${path} is ${value}.`);
  if (value !== null && typeof value === 'object')
    for (const [name, part] of Object.entries(value)) demandFinite(demand, part, `${path}.${name}`);
}

export function demandProbabilities(demand: Demand, { faults }: Memory): void {
  for (const name of ['plusToMinus', 'minusToPlus'] as const)
    demand(faults[name] >= 0 && faults[name] <= 1, `faults.${name} is ${faults[name]}, not a probability.`);
}

/** Sizes, supply and proportions are positive; energies, latencies and standby power are not negative. */
export function demandSigns(demand: Demand, { cell, read, write }: Memory): void {
  const positive = {
    'cell.nodeNm': cell.nodeNm,
    'cell.supplyV': cell.supplyV,
    'cell.areaUm2PerBit': cell.areaUm2PerBit,
    'cell.aspectRatio': cell.aspectRatio,
    'write.enduranceCycles': write.enduranceCycles ?? 1,
  };
  const notNegative = {
    'cell.standbyPowerNwPerBit': cell.standbyPowerNwPerBit,
    'read.energyFjPerBit': read.energyFjPerBit,
    'read.latencyNs': read.latencyNs,
    'write.energyFjPerBit': write.energyFjPerBit,
    'write.latencyNs': write.latencyNs,
    'write.voltageV': write.voltageV,
  };
  for (const [name, value] of Object.entries(positive))
    demand(value > 0, `${name} is ${value}, not positive.`);
  for (const [name, value] of Object.entries(notNegative))
    demand(value >= 0, `${name} is ${value}, negative.`);
}

const sensings: readonly string[] = ['differential', 'single-ended', 'voltage-latch'];

export function demandSensing(demand: Demand, { cell }: Memory): void {
  demand(
    sensings.includes(cell.sensing),
    `cell.sensing is "${cell.sensing}", not one of ${sensings.join(', ')}.`,
  );
}

/** Words of at least as many stored bits as data bits; circuits that take no negative area, energy or time. */
export function demandCorrection(demand: Demand, { correction }: Memory): void {
  demand(correction !== undefined, 'it has no part correction; without a code it is noCorrection.');
  const { dataBits, codeBits, encoder, decoder } = correction;
  const words = Number.isSafeInteger(dataBits) && Number.isSafeInteger(codeBits);
  demand(words && dataBits >= 1 && codeBits >= dataBits, `correction has ${codeBits} bits for ${dataBits}.`);
  for (const [name, value] of [...Object.entries(encoder), ...Object.entries(decoder)])
    demand(value >= 0, `correction has a ${name} of ${value}.`);
}

/** The on state conducts at least as well as the off state; spreads are not negative, stuck cells probable. */
export function demandConductance(demand: Demand, { conductance }: Memory): void {
  if (conductance === 'unknown') return;
  const { onUs, offUs, onLogSigma, offLogSigma, stuckOnProbability, stuckOffProbability } = conductance;
  demand(offUs > 0 && onUs >= offUs, `conductance has an on state of ${onUs} and an off state of ${offUs}.`);
  demand(onLogSigma >= 0 && offLogSigma >= 0, `conductance has spreads of ${onLogSigma} and ${offLogSigma}.`);
  const stuck = stuckOnProbability + stuckOffProbability;
  demand(
    stuckOnProbability >= 0 && stuckOffProbability >= 0 && stuck <= 1,
    `${stuck} of the cells are stuck.`,
  );
  demand(conductance.readVoltageV > 0, `conductance is read at ${conductance.readVoltageV} V.`);
}
