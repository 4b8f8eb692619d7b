import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import type { ArrayEntry, Encoded } from './encode-structure.ts';

/** An artifact: its parts by name. */
export type Artifact = Readonly<Record<string, unknown>>;

/** Content hash of every part, hexadecimal. */
export type PartHashes = Readonly<Record<string, string>>;

/**
 * What stands at the head of an artifact file:
 * magic (8 bytes) | header length (uint32) | 0 (uint32) | SHA-256 of the header (32) | header, JSON | zeros up to a
 * multiple of 8 | the arrays, little-endian, each padded with zeros to a multiple of 8.
 */
export interface ArtifactHeader {
  readonly hashes: PartHashes;
  readonly parts: Readonly<Record<string, Encoded>>;
  readonly arrays: readonly ArrayEntry[];
  /** Length of all arrays with their padding. */
  readonly dataBytes: number;
}

/** A header with the place where the arrays begin, or the reason why there is none. */
export type HeaderReading =
  | { readonly header: ArtifactHeader; readonly dataStart: number }
  | { readonly damage: string };

const magic = Buffer.from('bitfrnt1', 'latin1');
const fixedBytes = 48;

/** The next multiple of 8. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

/** Everything before the arrays. */
export function encodeHeader(header: ArtifactHeader): Buffer {
  const text = Buffer.from(JSON.stringify(header), 'utf8');
  const bytes = Buffer.alloc(aligned(fixedBytes + text.length));
  magic.copy(bytes);
  bytes.writeUInt32LE(text.length, 8);
  createHash('sha256').update(text).digest().copy(bytes, 16);
  text.copy(bytes, fixedBytes);
  return bytes;
}

/** Reads and checks a header, and that the file is exactly as long as the header says. */
export function readHeader(handle: number, fileBytes: number): HeaderReading {
  const fixed = Buffer.alloc(fixedBytes);
  if (readSync(handle, fixed, 0, fixedBytes, 0) < fixedBytes)
    return { damage: 'it is shorter than a header' };
  if (magic.compare(fixed, 0, magic.length) !== 0) return { damage: 'it does not start like an artifact' };
  const headerBytes = fixed.readUInt32LE(8);
  if (fixedBytes + headerBytes > fileBytes) return { damage: 'its header is cut off' };
  const text = Buffer.alloc(headerBytes);
  readSync(handle, text, 0, headerBytes, fixedBytes);
  const sum = createHash('sha256').update(text).digest();
  if (sum.compare(fixed, 16, fixedBytes) !== 0) return { damage: 'the checksum of its header is wrong' };
  const header = JSON.parse(text.toString('utf8')) as ArtifactHeader;
  const dataStart = aligned(fixedBytes + headerBytes);
  if (dataStart + header.dataBytes !== fileBytes) return { damage: 'its length is wrong' };
  return { header, dataStart };
}
