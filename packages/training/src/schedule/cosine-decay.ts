/**
 * The factor ½(1 + cos(π · progress)) of a learning rate that falls from 1 at progress 0 to 0 at progress 1
 * (Loshchilov and Hutter, SGDR, ICLR 2017, equation 5). Written as cos²(π/2 · progress), with the cosine by its
 * Taylor series to z^22 (remainder below 10^-19 for z ≤ π/2), because the engines' own cosines differ.
 */
export function cosineDecay(progress: number): number {
  const square = (Math.PI / 2) * (Math.PI / 2) * progress * progress;
  let cosine = 1;
  for (let order = 22; order >= 2; order -= 2) cosine = 1 - (cosine * square) / (order * (order - 1));
  return cosine * cosine;
}
