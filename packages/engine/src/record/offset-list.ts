/** Journal offsets by the order in which points were asked for; 8 bytes each. */
export class OffsetList {
  #offsets = new Float64Array(1024).fill(Number.NaN);
  #length = 0;

  /** Points asked for so far; those without a row yet count too. */
  get length(): number {
    return this.#length;
  }

  set(place: number, offset: number | undefined): void {
    if (place >= this.#offsets.length) {
      const larger = new Float64Array(Math.max(place + 1, this.#offsets.length * 2)).fill(Number.NaN);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
    this.#length = Math.max(this.#length, place + 1);
    this.#offsets[place] = offset ?? Number.NaN;
  }

  get(place: number): number | undefined {
    const offset = place < this.#length ? (this.#offsets[place] ?? Number.NaN) : Number.NaN;
    return Number.isNaN(offset) ? undefined : offset;
  }
}
