/**
 * A rectangle of the crossbar, reduced to its ports: the ends of the wires that leave it, in the order left, right,
 * top, bottom. Between any two ports a < b lies the conductance `us[a · ports + b]`; ports at the open ends of the
 * lines are gone.
 */
export interface Mesh {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** [ports × ports], µS; only above the diagonal. */
  readonly us: Float64Array;
}

export const portsOf = ({ left, right, top, bottom }: Omit<Mesh, 'us'>): number =>
  left + right + top + bottom;
