/** How near ours must come to the published number, as data, so that it can be written beside it. */
export type Tolerance =
  | { readonly within: number }
  | { readonly relative: number }
  | { readonly factor: number }
  | { readonly atMost: number }
  | { readonly atLeast: number };

/** Whether a value meets it; `within` is in the unit of the claim, `factor` either way. Words are met by limits alone. */
export function isMet(tolerance: Tolerance, claimed: number | string, value: number): boolean {
  const published = Number(claimed);
  if ('within' in tolerance) return Math.abs(value - published) <= tolerance.within;
  if ('relative' in tolerance) return Math.abs(value - published) <= tolerance.relative * Math.abs(published);
  if ('factor' in tolerance)
    return value * tolerance.factor >= published && value <= published * tolerance.factor;
  return 'atMost' in tolerance ? value <= tolerance.atMost : value >= tolerance.atLeast;
}

/** Whether it is a limit, not a neighbourhood of the published number. */
export const isLimit = (tolerance: Tolerance): boolean => 'atMost' in tolerance || 'atLeast' in tolerance;

export function toleranceText(tolerance: Tolerance, unit: string): string {
  const behind = unit === '1' ? '' : ` ${unit}`;
  if ('within' in tolerance) return `± ${tolerance.within}${behind}`;
  if ('relative' in tolerance) return `± ${tolerance.relative} of it`;
  if ('factor' in tolerance) return `a factor of ${tolerance.factor}`;
  return 'atMost' in tolerance
    ? `at most ${tolerance.atMost}${behind}`
    : `at least ${tolerance.atLeast}${behind}`;
}
