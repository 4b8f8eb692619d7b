/** What a default export lacks to be a stage that a pipeline can use, or nothing. */
export function whyNoStage(value: unknown): string | undefined {
  if (value === undefined) return 'there is none';
  if (!isObject(value)) return `it is ${value === null ? 'null' : `a ${typeof value}`}`;
  if (typeof value.name !== 'string' || typeof value.version !== 'number')
    return 'it has no name and version';
  if (typeof value.run !== 'function') return 'it has no function "run"';
  if (typeof value.gives !== 'string') return 'it does not say what it "gives"';
  for (const field of ['needs', 'parameters', 'columns', 'source'])
    if (!isObject(value[field])) return `its "${field}" is no object`;
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
