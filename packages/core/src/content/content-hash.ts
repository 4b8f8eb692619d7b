import { createHash, type Hash, hash } from 'node:crypto';
import { canonical } from './canonical.ts';

/** SHA-256 of a text, in hexadecimal. */
export function textHash(text: string): string {
  return hash('sha256', text);
}

/**
 * The content hash of an artifact's part: plain data, typed arrays, and any nesting of both.
 * Equal content gives an equal hash, whether the arrays are shared, sliced or copied.
 */
export function contentHash(value: unknown): string {
  if (!holdsArrays(value)) return hash('sha256', canonical(value));
  const running = createHash('sha256');
  feed(running, value);
  return running.digest('hex');
}

function holdsArrays(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return ArrayBuffer.isView(value) || Object.values(value).some(holdsArrays);
}

function feed(running: Hash, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    running.update(`<${value.constructor.name} ${value.byteLength}>`).update(bytes);
  } else if (value !== null && typeof value === 'object') {
    running.update(Array.isArray(value) ? '[' : '{');
    for (const name of Object.keys(value).sort()) {
      const part = (value as Readonly<Record<string, unknown>>)[name];
      if (part === undefined) continue;
      running.update(`${JSON.stringify(name)}:`);
      feed(running, part);
      running.update(',');
    }
    running.update(']');
  } else running.update(canonical(value));
}
