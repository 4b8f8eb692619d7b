import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { contentHash } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { readError, systemCode } from '../files/disk-error.ts';
import {
  type Artifact,
  type ArtifactHeader,
  aligned,
  type PartHashes,
  readHeader,
} from './artifact-header.ts';
import { type ArrayEntry, decodeStructure } from './encode-structure.ts';
import { bytesOf, type TypedArray, typedArrays } from './typed-arrays.ts';

export interface ReadArtifact {
  readonly artifact: Artifact;
  readonly hashes: PartHashes;
}

/** Arrays from this size on are read into shared memory, as `share` in core makes them. */
const sharedFromBytes = 16_384;
const largestReadBytes = 64 * 1024 * 1024;

/**
 * Reads an artifact file; arrays of 16 KiB and more are backed by SharedArrayBuffers.
 * Throws ARTIFACT_DAMAGED if it is missing, cut off or altered in any byte that carries content, else
 * STORE_NOT_READABLE.
 */
export function readArtifact(file: string): ReadArtifact {
  const handle = openArtifact(file);
  try {
    const reading = readHeader(handle, fstatSync(handle).size);
    if ('damage' in reading) throw damaged(file, reading.damage);
    const { header, dataStart } = reading;
    const arrays = readArrays(handle, header, dataStart);
    const artifact = Object.fromEntries(
      Object.entries(header.parts).map(([name, part]) => [
        name,
        decodeStructure(part, (index) => arrays[index] as TypedArray),
      ]),
    );
    for (const [name, part] of Object.entries(artifact)) {
      if (contentHash(part) !== header.hashes[name])
        throw damaged(file, `the checksum of its part "${name}" is wrong`);
    }
    return { artifact, hashes: header.hashes };
  } catch (error) {
    throw readError(file, error);
  } finally {
    closeSync(handle);
  }
}

function openArtifact(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw systemCode(error) === 'ENOENT' ? damaged(file, 'it is missing') : readError(file, error);
  }
}

function damaged(file: string, reason: string) {
  return bitfrontError('ARTIFACT_DAMAGED', { file, reason });
}

function readArrays(handle: number, header: ArtifactHeader, dataStart: number): readonly TypedArray[] {
  let position = dataStart;
  return header.arrays.map((entry) => {
    const array = allocate(entry);
    readAll(handle, bytesOf(array), position);
    position += aligned(array.byteLength);
    return array;
  });
}

function allocate({ type, length }: ArrayEntry): TypedArray {
  const ArrayType = typedArrays[type] as new (buffer: ArrayBufferLike) => TypedArray;
  const bytes = length * typedArrays[type].BYTES_PER_ELEMENT;
  return new ArrayType(bytes < sharedFromBytes ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes));
}

function readAll(handle: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.byteLength; ) {
    const length = Math.min(bytes.byteLength - done, largestReadBytes);
    const count = readSync(handle, bytes, done, length, position + done);
    // The length was checked when the file was opened; the hashes tell if it shrank since.
    if (count === 0) return;
    done += count;
  }
}
