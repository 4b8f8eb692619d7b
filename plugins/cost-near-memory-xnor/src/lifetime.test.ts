import { checkParameters } from '@bitfront/core';
import { expect, it } from 'vitest';
import cost from './cost-near-memory-xnor.ts';
import { fixedPoint, inputsOf, memory, runWith } from './trial.fixture.ts';

const rowOfLife = (reprogrammings: number, enduranceCycles?: number) => {
  const write = { ...memory.write, ...(enduranceCycles === undefined ? {} : { enduranceCycles }) };
  return runWith(inputsOf([64, 32, 4], 64, 64, fixedPoint(8), { write }), { reprogrammings });
};

it('a life costs as many programmings as it has, and leaves the rest of the endurance', () => {
  const once = rowOfLife(1, 1e6);
  const often = rowOfLife(250, 1e6);
  expect(once.lifetimeWriteEnergyPj).toBe(once.writeEnergyPj);
  expect(often.lifetimeWriteEnergyPj).toBe(250 * Number(once.writeEnergyPj));
  expect([once.enduranceLeftCycles, often.enduranceLeftCycles]).toEqual([999_999, 999_750]);
  expect(rowOfLife(2e6, 1e6).enduranceLeftCycles).toBe(-1e6);
});

it('an endurance that nobody published stays empty', () => {
  expect(rowOfLife(10).enduranceLeftCycles).toBe('');
});

it('no programming at all costs nothing', () => {
  expect(rowOfLife(0, 10)).toMatchObject({ lifetimeWriteEnergyPj: 0, enduranceLeftCycles: 10 });
  expect(() => checkParameters(cost.name, cost.parameters, { reprogrammings: -1 })).toThrow(/reprogrammings/);
});
