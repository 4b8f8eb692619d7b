/** `name: value`, one below the other; nested results are indented under their name. */
export function plainLines(result: object, indent = ''): readonly string[] {
  return Object.entries(result).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [`${indent}${name}`, ...plainLines(value, `${indent}  `)]
      : [`${indent}${name}: ${String(value)}`],
  );
}
