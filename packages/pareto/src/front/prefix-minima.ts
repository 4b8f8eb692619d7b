/** Minima over the ranks 1 ... n, changed one rank at a time: a Fenwick tree, O(log n) a call. */
export class PrefixMinima {
  private readonly nodes: Float64Array;

  constructor(size: number) {
    this.nodes = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  }

  /** The smallest value entered at any rank from 1 to `rank`. */
  upTo(rank: number): number {
    let lowest = Number.POSITIVE_INFINITY;
    for (let node = rank; node > 0; node &= node - 1) {
      const value = this.nodes[node] as number;
      if (value < lowest) lowest = value;
    }
    return lowest;
  }

  enter(rank: number, value: number): void {
    for (let node = rank; node < this.nodes.length; node += node & -node) {
      if (value < (this.nodes[node] as number)) this.nodes[node] = value;
    }
  }

  /** Forgets everything that `enter` put in through this rank; complete once done for all ranks entered. */
  forget(rank: number): void {
    for (let node = rank; node < this.nodes.length; node += node & -node)
      this.nodes[node] = Number.POSITIVE_INFINITY;
  }
}
