import { expect, it } from 'vitest';
import evaluator from './evaluator-crossbar.ts';
import { refuseMemory } from './refuse-memory.ts';

const memory = (plugin: string, capabilities: Readonly<Record<string, string | boolean>>) => ({
  memory: { plugin, capabilities, parameters: {} },
});

it('refuses corrected words and unknown conductances before anything runs, and nothing else', () => {
  expect(evaluator.requires).toBe(refuseMemory);
  expect(refuseMemory(memory('ecc-sec', { corrects: true }))).toContain('Error correction (ecc-sec)');
  expect(refuseMemory(memory('my-cells', { conductance: 'unknown' }))).toContain('my-cells says nothing');
  expect(refuseMemory(memory('ecc-none', { corrects: false }))).toBeUndefined();
  expect(refuseMemory(memory('device-sram-6t', {}))).toBeUndefined();
  expect(refuseMemory({})).toBeUndefined();
});
