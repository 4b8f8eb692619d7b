import { gunzipSync } from 'node:zlib';
import { bitfrontError } from '@bitfront/errors';

/** Whether the bytes start as a gzip member does (1f 8b). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The unpacked content of a gzip file; other bytes come back as they are.
 * @throws DATASET_FORMAT_INVALID when the gzip stream is cut short or its checksum is wrong.
 */
export function gunzipped(bytes: Uint8Array, file: string): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    const reason = `Its gzip stream cannot be unpacked (${cause instanceof Error ? cause.message : String(cause)}).`;
    throw bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'gzip', reason }, { cause });
  }
}
