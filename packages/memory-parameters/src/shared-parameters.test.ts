import { checkParameters } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import * as shared from './index.ts';

const groups = {
  branchLayout: shared.branchLayout,
  pairLayout: shared.pairLayout,
  logNormalResistances: shared.logNormalResistances,
  setAndReset: shared.setAndReset,
  magneticStorage: shared.magneticStorage,
  cellVariation: shared.cellVariation,
  stuckCells: shared.stuckCells,
  endurance: { enduranceCycles: shared.enduranceCycles },
};

describe('shared parameters', () => {
  it.each(Object.entries(groups))('%s cites each number that it has a default for', (_, group) => {
    for (const [name, parameter] of Object.entries(group)) {
      const { default: fallback, provenance } = parameter as { default?: unknown; provenance?: unknown };
      expect(typeof fallback === 'number', name).toBe(provenance !== undefined);
    }
  });

  it('are neutral unless they are given: nothing is lost, nothing is claimed', () => {
    expect(checkParameters('device-x', shared.magneticStorage, {})).toEqual({
      storageTimeS: 0,
      attemptTimeNs: 1,
      readsBetweenWrites: 0,
      readCurrentTowards: 'parallel',
      barrierExponent: 1,
    });
    expect(shared.enduranceCycles.default).toBe(0);
    expect(checkParameters('device-x', shared.cellVariation, {})).toEqual({
      lowLogSpread: 0,
      highLogSpread: 0,
      stuckOnProbability: 0,
      stuckOffProbability: 0,
    });
  });

  it('gives two branches that lie end to end twice the width', () => {
    expect(shared.pairLayout.aspectRatio.default).toBe(2 * shared.branchLayout.aspectRatio.default);
  });
});
