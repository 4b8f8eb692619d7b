/** The property `enduranceCycles` of a write, left out where it is 0: not known. */
export function endurance(enduranceCycles: number): { readonly enduranceCycles?: number } {
  return enduranceCycles > 0 ? { enduranceCycles } : {};
}
