/** A measured figure: three digits, more where it is large, `–` where there is none. */
export function figureText(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3).replace(/e.*/, '');
}

/** A ratio of two figures. */
export function timesText(value: number | undefined): string {
  const text = figureText(value);
  return text === '–' ? text : `${text} ×`;
}
