import { contentHash } from '@bitfront/core';

/** Longer arrays are shown by their beginning. */
const mostValues = 64;

/** An artifact as JSON for reading and for scripts. */
export function artifactJson(artifact: unknown): string {
  return JSON.stringify(
    artifact,
    (_, value: unknown) => (ArrayBuffer.isView(value) ? arrayShown(value) : value),
    2,
  );
}

function arrayShown(view: ArrayBufferView): object {
  const values = view as unknown as ArrayLike<number> & { readonly constructor: { readonly name: string } };
  const shown = Array.from({ length: Math.min(values.length, mostValues) }, (_, i) => values[i]);
  return { type: values.constructor.name, length: values.length, sha256: contentHash(view), values: shown };
}
