export type { Artifact, PartHashes } from './artifact-header.ts';
export { type ReadArtifact, readArtifact } from './read-artifact.ts';
export { readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint-file.ts';
export { checkPlain } from './check-plain.ts';
export { writeArtifact } from './write-artifact.ts';
