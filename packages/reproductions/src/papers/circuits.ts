import type { Reproduction } from '../reproduction.ts';
import { arrayClaims } from './circuits-arrays.ts';
import { blockClaims } from './circuits-blocks.ts';
import { memoryClaims } from './circuits-memory.ts';

/** Printed and synthesised figures of circuits: no sweep, the claims compute ours from the packages. */
export const circuits: Reproduction = {
  paper: 'circuits',
  cite: 'NeuroSim V1.4, printed output for 22 nm arrays of 128 × 128; hwcomponents-library; UnarySim, 40 nm synthesis; NVMExplorer, STT-MRAM of 2 MB at 22 nm',
  pipelines: [],
  claims: [...arrayClaims(), ...blockClaims(), ...memoryClaims()],
  curves: [],
  remarks: [
    'No tool is ground truth: MNSIM and NeuroSim differ by 3 to 4 times on nominally the same network.',
    'The printed numbers of arrays were known when the circuits of ours were chosen (README of crossbar-array): agreement says that plausible circuits come this near.',
    'Two corrections followed a first look at the STT-MRAM memory: transistors of narrow cells load their lines by their width, not as a unit transistor, and wires of the tree are charged only when a bit rises. Before them its area was 2.6 and 1.9 times, its energy 3.0 and 3.9 times the published one.',
    'Precharge is left out of the energy of the SRAM array, as it is there.',
    'Not compared, since we have no such block: 32 × 32 and 16-bit multipliers. Not compared, since widths or numbers of inputs are not public here: converter and shift-add of NeuRRAM; mux, APC and unary adders of UnarySim.',
  ],
};
