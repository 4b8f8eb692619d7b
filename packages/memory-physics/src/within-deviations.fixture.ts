import { expect } from 'vitest';

/** Expects that a probability explains how often something was drawn: within 3 standard deviations, and not trivially. */
export function expectWithinThree(rate: number, hits: number, draws: number): void {
  expect(rate * draws).toBeGreaterThan(100);
  expect(Math.abs(hits / draws - rate)).toBeLessThan(3 * Math.sqrt((rate * (1 - rate)) / draws));
}
