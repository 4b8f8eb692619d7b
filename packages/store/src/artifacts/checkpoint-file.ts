import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { replaceFile } from '../files/replacement.ts';

/*
 * A checkpoint file: magic (8 bytes) | length of the content (uint64, little-endian) | SHA-256 of the file's name, a
 * line end and the content (32) | the content. With its name in the checksum, a file that was copied from another key
 * counts as damaged.
 */
const magic = Buffer.from('bitfchk1', 'latin1');
const headerBytes = 48;
const largestReadBytes = 64 * 1024 * 1024;

/**
 * The content of a checkpoint file in memory of its own, or nothing. Never throws: a file that is damaged, foreign or
 * cannot be read is removed, and the work begins anew.
 */
export function readCheckpoint(file: string): Uint8Array | undefined {
  try {
    const content = contentOf(file);
    if (content === undefined) removeCheckpoint(file);
    return content;
  } catch {
    removeCheckpoint(file);
    return undefined;
  }
}

/** Replaces a checkpoint file as a whole. Throws STORE_DISK_FULL, STORE_NOT_WRITABLE or STORE_WRITE_FAILED. */
export function writeCheckpoint(file: string, content: Uint8Array): void {
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.writeBigUInt64LE(BigInt(content.byteLength), 8);
  checksum(file, content).copy(header, 16);
  const replacement = replaceFile(file);
  replacement.append(header);
  replacement.append(content);
  replacement.commit();
}

/** Removes a checkpoint file if there is one. Never throws: one that stays is found stale by `prune`. */
export function removeCheckpoint(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing can be removed, nothing can be saved either.
  }
}

function contentOf(file: string): Uint8Array | undefined {
  const handle = openSync(file, 'r');
  try {
    const header = new Uint8Array(headerBytes);
    if (!readWhole(handle, header, 0)) return undefined;
    const fields = Buffer.from(header.buffer);
    if (magic.compare(fields, 0, magic.length) !== 0) return undefined;
    const bytes = Number(fields.readBigUInt64LE(8));
    if (headerBytes + bytes !== fstatSync(handle).size) return undefined;
    const content = new Uint8Array(bytes);
    if (!readWhole(handle, content, headerBytes)) return undefined;
    return checksum(file, content).compare(fields, 16) === 0 ? content : undefined;
  } finally {
    closeSync(handle);
  }
}

/** False if the file ends before. */
function readWhole(handle: number, bytes: Uint8Array, position: number): boolean {
  for (let done = 0; done < bytes.byteLength; ) {
    const length = Math.min(bytes.byteLength - done, largestReadBytes);
    const count = readSync(handle, bytes, done, length, position + done);
    if (count === 0) return false;
    done += count;
  }
  return true;
}

function checksum(file: string, content: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${basename(file)}\n`)
    .update(content)
    .digest();
}
