import type { KnownConductance } from '@bitfront/core';
import { exp, type RandomStream } from '@bitfront/math';

/** Random numbers of the cells of one layer and polarity, each with a stream of its own, cell by cell. */
export interface CellDraws {
  readonly spread: RandomStream;
  readonly stuck: RandomStream;
}

/**
 * Conductances of programmed cells, µS: median · exp(σ·z) of the state a cell is in. A cell is stuck on where its
 * uniform number u < p_on, stuck off where p_on ≤ u < p_on + p_off, and in the state written otherwise. z and u do not
 * depend on the state, on medians or spreads.
 */
export function drawCells(
  isOn: (cell: number) => boolean,
  count: number,
  conductance: KnownConductance,
  { spread, stuck }: CellDraws,
): Float64Array {
  const { onUs, offUs, onLogSigma, offLogSigma, stuckOnProbability, stuckOffProbability } = conductance;
  const sticks = stuckOnProbability + stuckOffProbability > 0;
  const spreads = onLogSigma + offLogSigma > 0;
  return Float64Array.from({ length: count }, (_, cell) => {
    const u = sticks ? stuck.uniform() : 1;
    const on = u < stuckOnProbability || (u >= stuckOnProbability + stuckOffProbability && isOn(cell));
    const [median, sigma] = on ? [onUs, onLogSigma] : [offUs, offLogSigma];
    return spreads ? median * exp(sigma * spread.normal()) : median;
  });
}
