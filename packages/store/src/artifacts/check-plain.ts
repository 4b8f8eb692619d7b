import { bitfrontError } from '@bitfront/errors';
import { typedArrayName } from './typed-arrays.ts';

/** Deeper nesting is taken for a cycle. */
const deepest = 100;

/**
 * Refuses what would not come back the same from another thread or from a file: functions, class instances, Maps,
 * Buffers, bigints, cycles. Throws ARTIFACT_NOT_PLAIN with the path of the offender.
 */
export function checkPlain(artifact: Readonly<Record<string, unknown>>): void {
  for (const [part, value] of Object.entries(artifact)) check(part, value, 0);
}

function check(part: string, value: unknown, depth: number): void {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw bitfrontError('ARTIFACT_NOT_PLAIN', { part, found: `a ${typeof value}` });
  }
  if (value === null || typeof value !== 'object') return;
  if (depth > deepest) throw bitfrontError('ARTIFACT_NOT_PLAIN', { part, found: 'a cycle, or 100 levels' });
  if (ArrayBuffer.isView(value)) {
    if (typedArrayName(value) === undefined) throw notPlain(part, value);
  } else if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      if (!isScalar(entry)) check(`${part}[${index}]`, entry, depth + 1);
    });
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw notPlain(part, value);
    for (const [name, entry] of Object.entries(value))
      if (!isScalar(entry)) check(`${part}.${name}`, entry, depth + 1);
  }
}

/** Most entries are: they need no path for a message. */
function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

function notPlain(part: string, value: object) {
  return bitfrontError('ARTIFACT_NOT_PLAIN', { part, found: `an instance of ${value.constructor.name}` });
}
