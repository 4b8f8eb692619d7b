/** 10^0 … 10^22, the powers of ten that a float64 holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The decimal number that the bytes spell, correctly rounded; NaN for anything else, an empty cell and infinities too.
 * Up to 15 digits with a small exponent are computed directly: whole number and power of ten are exact, so their
 * product or quotient is the nearest float64 (Clinger, PLDI 1990). The rest goes through `Number`.
 */
export function parseNumber(bytes: Buffer, start: number, end: number): number {
  let i = start;
  const negative = bytes[i] === 45;
  if (negative) i++;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; i < end; i++) {
    const code = bytes[i] ?? 0;
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits++;
    } else if (code === 46 && point < 0) point = digits;
    else return slowly(bytes, start, end);
  }
  const scale = point < 0 ? 0 : digits - point;
  if (digits === 0) return Number.NaN;
  // Nothing but digits and a point, yet too long for exact steps.
  if (digits > 15) return Number(bytes.toString('latin1', start, end));
  const value = mantissa / (powers[scale] ?? 1);
  return negative ? -value : value;
}

function slowly(bytes: Buffer, start: number, end: number): number {
  const text = bytes.toString('latin1', start, end).trim();
  const plain = text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
  if (!decimal.test(plain)) return Number.NaN;
  const value = Number(plain);
  return Number.isFinite(value) ? value : Number.NaN;
}
