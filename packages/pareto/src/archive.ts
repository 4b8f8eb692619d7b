import { bitfrontError } from '@bitfront/errors';
import { checkPoints } from './check-points.ts';

/**
 * A Pareto front that grows point by point, all objectives minimised. Equal vectors all stay. Entries are kept in
 * lexicographic order, so that only those before a new point can dominate it and only those after can be dominated:
 * a search of O(log f) for two objectives, a scan of at most f rows above.
 */
export class ParetoArchive<Id = string> {
  readonly objectives: number;
  private readonly ids: Id[] = [];
  /** Row-major, `size` rows and room for more. */
  private rows: Float64Array;

  /** @throws FRONT_SHAPE_INVALID unless there is at least one objective. */
  constructor(objectives: number) {
    if (!(Number.isInteger(objectives) && objectives >= 1)) {
      throw bitfrontError('FRONT_SHAPE_INVALID', { count: 0, objectives: String(objectives) });
    }
    this.objectives = objectives;
    this.rows = new Float64Array(16 * objectives);
  }

  get size(): number {
    return this.ids.length;
  }

  /**
   * Offers a point: 'accepted' (what it dominates leaves) or 'dominated' (nothing changes).
   * @throws FRONT_SHAPE_INVALID, FRONT_VALUE_INVALID
   */
  add(id: Id, vector: ArrayLike<number>): 'accepted' | 'dominated' {
    if (vector.length !== this.objectives) {
      throw bitfrontError('FRONT_SHAPE_INVALID', { count: vector.length, objectives: this.objectives });
    }
    checkPoints(vector, this.objectives);
    const point = Float64Array.from(vector);
    const place = this.firstAfter(point);
    if (this.isDominated(point, place)) return 'dominated';
    this.dropDominated(point, place);
    this.insert(place, id, point);
    return 'accepted';
  }

  /** The points on the front, by first objective, then the others; equal vectors in the order they came. */
  *entries(): IterableIterator<readonly [id: Id, vector: Float64Array]> {
    const m = this.objectives;
    for (let i = 0; i < this.size; i++) yield [this.ids[i] as Id, this.rows.slice(i * m, i * m + m)];
  }

  /** The front as a row-major array of `size` rows, ready for `hypervolume`. */
  toPoints(): Float64Array {
    return this.rows.slice(0, this.size * this.objectives);
  }

  /** The place behind all entries that are lexicographically at most `point`. */
  private firstAfter(point: Float64Array): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(middle, point) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isDominated(point: Float64Array, place: number): boolean {
    const m = this.objectives;
    // With two objectives the second falls along the front, so the nearest entry before is the best of them.
    const last = m <= 2 ? Math.max(0, place - 1) : 0;
    for (let i = place - 1; i >= last; i--) {
      // An equal entry is on the front, so nothing dominates it, nor the point.
      if (isNowhereWorse(this.rows, i * m, point, 0, m)) return this.compare(i, point) !== 0;
    }
    return false;
  }

  /** Removes what `point` dominates, all of it at or after `place`. */
  private dropDominated(point: Float64Array, place: number): void {
    const m = this.objectives;
    let end = place;
    for (let i = place; i < this.size; i++) {
      if (isNowhereWorse(point, 0, this.rows, i * m, m)) continue;
      // With two objectives the dominated ones stand together: behind them nothing changes but its place.
      const run = m <= 2 ? this.size - i : 1;
      if (i === end) {
        if (m <= 2) return;
      } else {
        this.rows.copyWithin(end * m, i * m, (i + run) * m);
        this.ids.copyWithin(end, i, i + run);
      }
      end += run;
      i += run - 1;
    }
    this.ids.length = end;
  }

  private insert(place: number, id: Id, point: Float64Array): void {
    const m = this.objectives;
    if ((this.size + 1) * m > this.rows.length) {
      const wider = new Float64Array(2 * this.rows.length);
      wider.set(this.rows);
      this.rows = wider;
    }
    this.rows.copyWithin((place + 1) * m, place * m, this.size * m);
    this.rows.set(point, place * m);
    this.ids.splice(place, 0, id);
  }

  private compare(entry: number, point: Float64Array): number {
    const base = entry * this.objectives;
    for (let c = 0; c < point.length; c++) {
      const difference = (this.rows[base + c] as number) - (point[c] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

function isNowhereWorse(a: Float64Array, aBase: number, b: Float64Array, bBase: number, m: number): boolean {
  for (let c = 0; c < m; c++) if ((a[aBase + c] as number) > (b[bBase + c] as number)) return false;
  return true;
}
