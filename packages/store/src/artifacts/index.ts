export type { Artifact, PartHashes } from './artifact-header.ts';
export { type ReadArtifact, readArtifact } from './read-artifact.ts';
export { checkPlain } from './check-plain.ts';
export { writeArtifact } from './write-artifact.ts';
