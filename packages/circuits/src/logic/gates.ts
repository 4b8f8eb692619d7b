import type { BlockSource } from '../block-source.ts';

/** Area, capacitance and delay of a gate relative to NAND2. */
export interface GateRatio {
  readonly area: number;
  readonly capacitance: number;
  readonly delay: number;
}

export const gatesSource: BlockSource = {
  cite: 'ZigZag-IMC 28 nm primitives: XOR2 = 1.5 capacitances, 2.4 areas, 2.4 delays of NAND2; D flip-flop = 3 capacitances, 6 areas; full adder = 3 NAND2 + 2 XOR2',
  how: 'fitted',
  range: '7 to 180 nm, same ratios at every node',
  loose:
    'Inverter, AND2, XNOR2, half adder, multiplexer and majority are counted in transistors (NAND2 = 4). The delay of the flip-flop is assumed.',
};

export const nand2: GateRatio = { area: 1, capacitance: 1, delay: 1 };
/** 2 of the 4 transistors of NAND2; its delay is at most that of NAND2. */
export const inverter: GateRatio = { area: 0.5, capacitance: 0.5, delay: 0.5 };
/** NAND2 and inverter. */
export const and2: GateRatio = { area: 1.5, capacitance: 1.5, delay: 1.5 };
export const xor2: GateRatio = { area: 2.4, capacitance: 1.5, delay: 2.4 };
/** The XOR2 with its output taken from the other rail. */
export const xnor2: GateRatio = xor2;
/** Transmission-gate 2:1 multiplexer: 2 gates of 2 transistors and an inverter for the select. */
export const mux2: GateRatio = { area: 1.5, capacitance: 1, delay: 1 };
/** Carry gate of a mirror adder: 10 transistors, alternating polarity, so no inverter. */
export const majority: GateRatio = { area: 2.5, capacitance: 2.5, delay: 2 };
/** Delay from clock to output and setup: 4 NAND2 delays, assumed (two latches of two gates). */
export const dff: GateRatio = { area: 6, capacitance: 3, delay: 4 };
/** 3 NAND2 and 2 XOR2; slowest output is the sum, through both XOR2. */
export const fullAdder: GateRatio = { area: 3 + 2 * 2.4, capacitance: 3 + 2 * 1.5, delay: 2 * 2.4 };
/** XOR2 and AND2. */
export const halfAdder: GateRatio = { area: 2.4 + 1.5, capacitance: 1.5 + 1.5, delay: 2.4 };
