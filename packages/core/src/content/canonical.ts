/**
 * A text that is equal for equal plain data: keys sorted, numbers in shortest round-trip form, no white space.
 * Undefined properties are left out, as in JSON; unlike JSON it tells NaN, the infinities and null apart.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const record = value as Readonly<Record<string, unknown>>;
  const entries = Object.keys(record)
    .filter((name) => record[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(record[name])}`);
  return `{${entries.join(',')}}`;
}
