import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';

/** Pitch of 2.5, 4 and 8 feature sizes. */
export type WireLayer = 'local' | 'intermediate' | 'global';

export const wireResistanceSource: BlockSource = {
  cite: 'conservative wires of CACTI 7: copper of 0.022 Ω·µm with its barrier, pitch of 2.5, 4 and 8 feature sizes, twice as thick as wide (2.2 times for global wires)',
  how: 'derived',
  range: '7 to 180 nm',
  loose:
    'The barrier is 0.09 of the feature size, as in the files of 32 to 180 nm. Scattering in thin wires is left out: below 22 nm real local wires have several times this resistance.',
};

/** `R = ρ / ((w − 2·b) · (t − b))` with `w` half the pitch, `t` its thickness, `b` the barrier. */
export function wireResistanceOhmPerUm(nodeNm: number, layer: WireLayer): number {
  inRange('wire resistance', 'nodeNm', nodeNm, 7, 180);
  const { pitch, aspect } = LAYERS[layer];
  const width = pitch / 2;
  const section = (width - 2 * BARRIER) * (aspect * width - BARRIER);
  const featureUm = nodeNm / 1000;
  return RESISTIVITY_OHM_UM / (section * featureUm * featureUm);
}

const RESISTIVITY_OHM_UM = 0.022;
/** In feature sizes, as are the pitches. */
const BARRIER = 0.09;
const LAYERS = {
  local: { pitch: 2.5, aspect: 2 },
  intermediate: { pitch: 4, aspect: 2 },
  global: { pitch: 8, aspect: 2.2 },
} as const satisfies Readonly<Record<WireLayer, { readonly pitch: number; readonly aspect: number }>>;
