export { cellVariation, stuckCells } from './cell-variation.ts';
export { enduranceCycles } from './endurance-cycles.ts';
export { logNormalResistances } from './log-normal-resistances.ts';
export { magneticStorage } from './magnetic-storage.ts';
export { branchLayout, pairLayout } from './branch-layout.ts';
export { setAndReset } from './set-and-reset.ts';
export { type SramCell, sramConductance, sramVariation } from './sram-conductance.ts';
