import {
  addressBits,
  copies,
  driver,
  type Figure,
  gate,
  inParallel,
  inSeries,
  type Technology,
  xorTree,
} from '@bitfront/circuits';
import type { WordCircuit } from '@bitfront/core';
import { pow } from '@bitfront/math';
import { type LinearCode, rowWeights } from '../code/linear-code.ts';

/** One parity tree per check bit, over the data bits of its row; random data: every gate toggles with 1/2. */
export function encoderCircuit(technology: Technology, code: LinearCode): WordCircuit {
  const trees = rowWeights(code).map((weight) =>
    xorTree(technology, { inputs: weight - 1, activity: RANDOM }),
  );
  return wordCircuit(inParallel(...trees));
}

/**
 * Decoder of one word: a parity tree per row of the parity-check matrix gives the syndrome, drivers take it and its
 * complement to the data columns, an AND of all check bits per column finds the wrong bit, an XOR2 turns it over.
 *
 * Trees and correcting gates toggle with 1/2. The syndrome stands still unless a word is wrong: with stored bits wrong
 * with probability s, a row of w ones gives 1 with ρ = (1 − (1 − 2s)^w) / 2, and changes with 2ρ(1 − ρ); the heaviest
 * row stands for all.
 */
export function decoderCircuit(technology: Technology, code: LinearCode, flip: number): WordCircuit {
  const weights = rowWeights(code);
  const ones = (1 - pow(Math.abs(1 - 2 * flip), Math.max(...weights))) / 2;
  const changes = 2 * ones * (1 - ones);
  const trees = weights.map((inputs) => xorTree(technology, { inputs, activity: RANDOM }));
  // Half of a NAND2 is the load of one of its inputs.
  const pinFf = technology.nand2CapacitanceFf / 2;
  const lines = weights.flatMap((weight) => [weight - 1, code.dataBits - (weight - 1)]);
  const drivers = lines.map((pins) => driver(technology, { loadFf: pins * pinFf, activity: changes }));
  const and = copies(code.dataBits * (code.checkBits - 1), gate(technology, 'and2', changes));
  const match: Figure = { ...and, latencyNs: addressBits(code.checkBits) * and.latencyNs };
  const correct = copies(code.dataBits, gate(technology, 'xor2', RANDOM));
  return wordCircuit(inSeries(inParallel(...trees), inParallel(...drivers), match, correct));
}

const RANDOM = 0.5;

function wordCircuit({ areaUm2, energyFj, latencyNs }: Figure): WordCircuit {
  return { areaUm2, energyFjPerWord: energyFj, latencyNs };
}
