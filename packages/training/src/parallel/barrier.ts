import { setImmediate } from 'node:timers/promises';

/** Where threads wait for each other. A thread that waits long lets its events through in between. */
export class Barrier {
  static readonly bytes = 8;
  readonly #numbers: Int32Array<SharedArrayBuffer>;
  readonly #threads: number;
  readonly #check: () => void;

  constructor(numbers: Int32Array<SharedArrayBuffer>, threads: number, check: () => void) {
    this.#numbers = numbers;
    this.#threads = threads;
    this.#check = check;
  }

  async wait(): Promise<void> {
    const round = Atomics.load(this.#numbers, rounds);
    if (Atomics.add(this.#numbers, arrived, 1) + 1 === this.#threads) {
      Atomics.store(this.#numbers, arrived, 0);
      Atomics.add(this.#numbers, rounds, 1);
      Atomics.notify(this.#numbers, rounds);
      return;
    }
    while (Atomics.load(this.#numbers, rounds) === round)
      if (Atomics.wait(this.#numbers, rounds, round, patienceMs) === 'timed-out') {
        await setImmediate();
        this.#check();
      }
  }
}

const arrived = 0;
const rounds = 1;

/** An abort, or the death of a thread, is noticed within this time. */
const patienceMs = 100;
