import { sramCellConductanceUs, sramCellOffConductanceUs, technology } from '@bitfront/circuits';
import { choice, type KnownConductance } from '@bitfront/core';
import { cellVariation } from './cell-variation.ts';

/** What an analog column needs to know of an SRAM cell; mismatch is 0 unless given. */
export const sramVariation = {
  transistors: choice(
    ['low-standby-power', 'high-performance'],
    'transistors of the cell, for its conductances',
    'low-standby-power',
  ),
  ...cellVariation,
} as const;

export interface SramCell {
  readonly nodeNm: number;
  readonly supplyV: number;
  readonly transistors: 'low-standby-power' | 'high-performance';
  readonly lowLogSpread: number;
  readonly highLogSpread: number;
  readonly stuckOnProbability: number;
  readonly stuckOffProbability: number;
}

/** Access and pull-down transistor in series, or what the former leaks, at the nominal supply of the node. */
export function sramConductance({ nodeNm, supplyV, transistors, ...cell }: SramCell): KnownConductance {
  const here = technology(nodeNm);
  return {
    onUs: sramCellConductanceUs(here, transistors),
    offUs: sramCellOffConductanceUs(here, transistors),
    onLogSigma: cell.lowLogSpread,
    offLogSigma: cell.highLogSpread,
    stuckOnProbability: cell.stuckOnProbability,
    stuckOffProbability: cell.stuckOffProbability,
    readVoltageV: supplyV,
  };
}
