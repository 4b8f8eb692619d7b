import type { Evidence } from '../parameters/parameter.ts';

/** Where a plugin's numbers come from. */
export interface Source {
  /** Authors, title, venue, year, identifier; or `Bitfront` for arithmetic of our own. */
  readonly cite: string;
  /** Figure, table or equation. */
  readonly where: string;
  readonly how: Exclude<Evidence, 'given'>;
  /** How far the model is from its source: `exact`, `within 12 %`, `unknown`. */
  readonly residual: string;
  /** The numbers inside that nobody published, each in a few words. */
  readonly assumed?: readonly string[];
}
