/** Arrays from this size on are shared between threads instead of copied. */
const sharedFromBytes = 16_384;

/**
 * The same artifact with its large typed arrays backed by SharedArrayBuffer, so that handing it to another thread
 * copies nothing. Small arrays and plain data stay as they are; without large arrays the artifact itself comes back.
 */
export function share<T>(value: T): T {
  if (ArrayBuffer.isView(value)) return shareArray(value) as T;
  if (value === null || typeof value !== 'object') return value;
  let shared: Record<string, unknown> | undefined;
  for (const [name, part] of Object.entries(value)) {
    const other: unknown = share(part);
    if (other === part) continue;
    shared ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    shared[name] = other;
  }
  return (shared ?? value) as T;
}

interface TypedArray extends ArrayBufferView {
  readonly length: number;
  set(source: ArrayLike<number>): void;
}

function shareArray(array: ArrayBufferView): ArrayBufferView {
  if (array.buffer instanceof SharedArrayBuffer || array.byteLength < sharedFromBytes) return array;
  const source = array as TypedArray;
  const Type = source.constructor as new (buffer: SharedArrayBuffer) => TypedArray;
  const copy = new Type(new SharedArrayBuffer(source.byteLength));
  copy.set(source as unknown as ArrayLike<number>);
  return copy;
}
