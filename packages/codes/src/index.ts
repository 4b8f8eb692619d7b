export { type LinearCode, rowWeights } from './code/linear-code.ts';
export { secCode } from './code/sec-code.ts';
export { secdedCode } from './code/secded-code.ts';
export { type Decoded, decode, encode } from './code/word.ts';
export { decoderCircuit, encoderCircuit } from './hardware/code-circuits.ts';
export { type Corrected, correctedMemory, correctionColumns } from './hardware/corrected-memory.ts';
export { correctionParts, correctionResidual } from './hardware/correction-parts.ts';
export { residualFlips } from './residual/residual-flips.ts';
