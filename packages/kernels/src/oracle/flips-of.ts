/** The weights `N x K` that differ, as `WeightFlips` lists them. */
export function flipsOf(
  from: Int8Array,
  to: Int8Array,
  neurons: number,
): { readonly starts: readonly number[]; readonly inputs: readonly number[] } {
  const k = from.length / neurons;
  const [begins, inputs]: [number[], number[]] = [[], []];
  for (let row = 0; row < neurons; row++)
    for (const sign of [-1, 1]) {
      begins.push(inputs.length);
      for (let at = 0; at < k; at++)
        if (from[row * k + at] === sign && to[row * k + at] === -sign) inputs.push(at);
    }
  return { starts: [...begins, inputs.length], inputs };
}
