import { replaceFile } from '../files/replacement.ts';
import { type Artifact, aligned, encodeHeader, type PartHashes } from './artifact-header.ts';
import { checkPlain } from './check-plain.ts';
import { arrayEntry, encodeStructure } from './encode-structure.ts';
import { bytesOf, type TypedArray } from './typed-arrays.ts';

/**
 * Writes an artifact as one file, atomically; `hashes` are the content hashes of its parts.
 * Throws ARTIFACT_NOT_PLAIN, STORE_DISK_FULL, STORE_NOT_WRITABLE or STORE_WRITE_FAILED.
 */
export function writeArtifact(file: string, artifact: Artifact, hashes: PartHashes): void {
  checkPlain(artifact);
  const arrays: TypedArray[] = [];
  const parts = Object.fromEntries(
    Object.entries(artifact).map(([name, part]) => [name, encodeStructure(part, arrays)]),
  );
  const dataBytes = arrays.reduce((sum, array) => sum + aligned(array.byteLength), 0);
  const replacement = replaceFile(file);
  replacement.append(encodeHeader({ hashes, parts, arrays: arrays.map(arrayEntry), dataBytes }));
  for (const array of arrays) {
    replacement.append(bytesOf(array));
    const padding = aligned(array.byteLength) - array.byteLength;
    if (padding > 0) replacement.append(new Uint8Array(padding));
  }
  replacement.commit();
}
