import { expect, it } from 'vitest';
import { technology } from '../technology/technology.ts';
import { rippleAdder } from './ripple-adder.ts';

const here = technology(28);

it('is one ZigZag-IMC full adder of 4.79 µm² per bit at 28 nm', () => {
  expect(rippleAdder(here, { bits: 1, activity: 1 }).areaUm2).toBeCloseTo(4.79, 2);
  expect(rippleAdder(here, { bits: 32, activity: 1 }).areaUm2).toBeCloseTo(32 * 4.7892, 9);
  // 6 NAND2 capacitances of 0.7 fF at 0.9 V.
  expect(rippleAdder(here, { bits: 1, activity: 1 }).energyFj).toBeCloseTo(6 * 0.7 * 0.81, 12);
});

it('books between 1 and 2 times the energy of an event-driven simulation with all its glitches', () => {
  const booked = rippleAdder(here, { bits: 32, activity: 0.5 }).energyFj;
  const simulated = 0.5 * switchedPerAddition(32, 300) * here.nand2CapacitanceFf * here.supplyV ** 2;
  expect(booked / simulated).toBeGreaterThan(1);
  expect(booked / simulated).toBeLessThan(2);
});

/** Capacitance that toggles per addition of random words, in NAND2 capacitances; transport delays. */
function switchedPerAddition(bits: number, additions: number): number {
  const kinds = { p: [1.5, 24], g: [1, 10], h: [1, 10], c: [1, 10], s: [1.5, 24] } as const;
  type Kind = keyof typeof kinds;
  const levels = new Map<string, number>();
  let a: number[] = [];
  let b: number[] = [];
  const read = (kind: Kind, i: number) => levels.get(`${kind}${i}`) ?? 0;
  const carryIn = (i: number) => (i === 0 ? 0 : read('c', i - 1));
  const value: Record<Kind, (i: number) => number> = {
    p: (i) => (a[i] ?? 0) ^ (b[i] ?? 0),
    g: (i) => 1 - ((a[i] ?? 0) & (b[i] ?? 0)),
    h: (i) => 1 - (read('p', i) & carryIn(i)),
    c: (i) => 1 - (read('g', i) & read('h', i)),
    s: (i) => read('p', i) ^ carryIn(i),
  };
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 31;
  };
  let switched = 0;
  for (let n = 0; n <= additions; n++) {
    a = Array.from({ length: bits }, random);
    b = Array.from({ length: bits }, random);
    const agenda = new Map<number, [Kind, number, number][]>();
    const plan = (now: number, kind: Kind, i: number) => {
      const when = now + kinds[kind][1];
      agenda.set(when, [...(agenda.get(when) ?? []), [kind, i, value[kind](i)]]);
    };
    for (let i = 0; i < bits; i++) for (const kind of Object.keys(kinds) as Kind[]) plan(0, kind, i);
    while (agenda.size > 0) {
      const now = Math.min(...agenda.keys());
      const events = agenda.get(now) ?? [];
      agenda.delete(now);
      for (const [kind, i, level] of events) {
        if (read(kind, i) === level) continue;
        levels.set(`${kind}${i}`, level);
        if (n > 0) switched += kinds[kind][0];
        if (kind === 'p') for (const next of ['h', 's'] as const) plan(now, next, i);
        if (kind === 'g' || kind === 'h') plan(now, 'c', i);
        if (kind === 'c' && i + 1 < bits) for (const next of ['h', 's'] as const) plan(now, next, i + 1);
      }
    }
  }
  return switched / additions;
}
