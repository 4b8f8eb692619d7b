import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { type WritePulse, writeErrorRate } from './write-error-rate.ts';
import { expectWithinThree } from './within-deviations.fixture.ts';

const pulse: WritePulse = {
  thermalStability: 60,
  overdrive: 2,
  writePulseNs: 5,
  damping: 0.01,
  anisotropyFieldT: 1,
};
/** Length of a pulse with a given τ, for α = 0.01 and 1 T. */
const lengthNs = (tau: number) => (tau * 1.0001) / (0.01 * 176.085962784);

describe('writeErrorRate', () => {
  it('has the value computed by hand at τ = 2', () => {
    // x = (π² · 60 / 4) · 1 / (2·e⁴ − 1) = 148.0441 / 108.1963 = 1.368291, WER = 1 − e^−x = 0.745459.
    expect(writeErrorRate({ ...pulse, writePulseNs: lengthNs(2) })).toBeCloseTo(0.745459, 5);
  });

  it('agrees with 30,000 linearised Langevin runs that start in thermal equilibrium', () => {
    // dθ = (i − 1)θ dτ + dW / √Δ for both components of a small tilt, exact over each step; switched beyond π/2.
    const [delta, i, tau, steps, draws] = [30, 1.8, 2, 8, 30_000];
    const grow = Math.exp(((i - 1) * tau) / steps);
    const kick = Math.sqrt((grow * grow - 1) / (2 * (i - 1) * delta));
    const stream = randomStream('1', 'tilt');
    let stayed = 0;
    for (let draw = 0; draw < draws; draw++) {
      let [x, y] = [stream.normal() / Math.sqrt(2 * delta), stream.normal() / Math.sqrt(2 * delta)];
      for (let step = 0; step < steps; step++)
        [x, y] = [grow * x + kick * stream.normal(), grow * y + kick * stream.normal()];
      if (x * x + y * y < (Math.PI / 2) ** 2) stayed++;
    }
    const given = { ...pulse, thermalStability: delta, overdrive: i, writePulseNs: lengthNs(tau) };
    expectWithinThree(writeErrorRate(given), stayed, draws);
  });

  it('falls to 0 for the longest pulses, without a NaN', () => {
    const long = { ...pulse, overdrive: 4, writePulseNs: 200, damping: 0.1, anisotropyFieldT: 3 };
    expect(writeErrorRate(long)).toBe(0);
  });

  it.each([
    ['overdrive', 1],
    ['overdrive', 0.5],
    ['thermalStability', -1],
    ['writePulseNs', Number.NaN],
  ])('refuses %s of %f', (name, value) => {
    expect(() => writeErrorRate({ ...pulse, [name]: value })).toThrow(`"${name}" cannot be ${value}`);
  });
});
