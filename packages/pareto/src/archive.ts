import { bitfrontError } from '@bitfront/errors';
import { checkPoints } from './check-points.ts';

/**
 * A Pareto front that grows point by point, all objectives minimised. Equal vectors all stay. Entries are kept in
 * order of their first objective, so that only those before a new point can dominate it and only those after can be
 * dominated: a search of O(log f) for two objectives, a scan of at most f rows above.
 */
export class ParetoArchive<Id = string> {
  readonly objectives: number;
  private readonly ids: Id[] = [];
  private readonly vectors: Float64Array[] = [];

  /** @throws FRONT_SHAPE_INVALID unless there is at least one objective. */
  constructor(objectives: number) {
    if (!(Number.isInteger(objectives) && objectives >= 1)) {
      throw bitfrontError('FRONT_SHAPE_INVALID', { count: 0, objectives: String(objectives) });
    }
    this.objectives = objectives;
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
    const start = this.dropDominated(point, place);
    this.ids.splice(start, 0, id);
    this.vectors.splice(start, 0, point);
    return 'accepted';
  }

  /** The points on the front, by first objective, then the others; equal vectors in the order they came. */
  *entries(): IterableIterator<readonly [id: Id, vector: Float64Array]> {
    for (let i = 0; i < this.ids.length; i++) yield [this.ids[i] as Id, (this.vectors[i] as Float64Array).slice()];
  }

  /** The front as a row-major array of `size` rows, ready for `hypervolume`. */
  toPoints(): Float64Array {
    const points = new Float64Array(this.size * this.objectives);
    this.vectors.forEach((vector, i) => {
      points.set(vector, i * this.objectives);
    });
    return points;
  }

  /** The place behind all entries that are lexicographically at most `point`. */
  private firstAfter(point: Float64Array): number {
    let [low, high] = [0, this.vectors.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.vectors[middle] as Float64Array, point) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isDominated(point: Float64Array, place: number): boolean {
    // With two objectives the second falls along the front, so the nearest entry before is the best of them.
    const last = this.objectives <= 2 ? Math.max(0, place - 1) : 0;
    for (let i = place - 1; i >= last; i--) {
      const entry = this.vectors[i] as Float64Array;
      if (isNowhereWorse(entry, point)) return compare(entry, point) !== 0;
    }
    return false;
  }

  /** Removes what `point` dominates, all of it at or after `place`; returns the place for the point itself. */
  private dropDominated(point: Float64Array, place: number): number {
    let end = place;
    if (this.objectives <= 2) {
      while (end < this.size && isNowhereWorse(point, this.vectors[end] as Float64Array)) end++;
      this.ids.splice(place, end - place);
      this.vectors.splice(place, end - place);
      return place;
    }
    for (let i = place; i < this.size; i++) {
      const entry = this.vectors[i] as Float64Array;
      if (isNowhereWorse(point, entry)) continue;
      this.ids[end] = this.ids[i] as Id;
      this.vectors[end++] = entry;
    }
    this.ids.length = end;
    this.vectors.length = end;
    return place;
  }
}

function isNowhereWorse(a: Float64Array, b: Float64Array): boolean {
  for (let c = 0; c < a.length; c++) if ((a[c] as number) > (b[c] as number)) return false;
  return true;
}

function compare(a: Float64Array, b: Float64Array): number {
  for (let c = 0; c < a.length; c++) {
    const difference = (a[c] as number) - (b[c] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
