/**
 * How a unit is written at the end of a name: `kΩ` as Kohm, `µm²` as Um2, `fJ/bit` as Fj (`PerBit` may follow).
 * Nothing for pure numbers and text.
 */
export function unitSuffix(unit: string): string | undefined {
  const [numerator = ''] = unit.split('/');
  if (numerator === '' || numerator === '1') return undefined;
  const plain = [...numerator]
    .map((letter) => spelt.get(letter) ?? letter)
    .join('')
    .toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Whether a name ends with its unit, alone or followed by `Per…`, before a `.block` if there is one. */
export function endsWithUnit(name: string, unit: string): boolean {
  const suffix = unitSuffix(unit);
  const [total = ''] = name.split('.');
  return suffix === undefined || new RegExp(`.${suffix}(Per[A-Z]\\w*)?$`).test(total);
}

// Both code points of micro and of ohm are in use.
const spelt: ReadonlyMap<string, string> = new Map([
  ['\u00b5', 'u'],
  ['\u03bc', 'u'],
  ['\u03a9', 'ohm'],
  ['\u2126', 'ohm'],
  ['²', '2'],
  ['³', '3'],
  ['°', ''],
  ['%', 'percent'],
]);
