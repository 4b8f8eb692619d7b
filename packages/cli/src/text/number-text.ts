/** A number for reading: four significant digits, thousands separated, tiny and huge ones with an exponent. */
export function numberText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e9 || size < 1e-4) return value.toExponential(3);
  if (size >= 1000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(4)));
}

/** `0.0213` as `2.13 %`. */
export function percentText(fraction: number): string {
  return `${(fraction * 100).toFixed(2)} %`;
}
