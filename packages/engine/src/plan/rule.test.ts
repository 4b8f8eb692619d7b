import type { Point } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { parseRule } from './rule.ts';

const point: Point = {
  partitioner: {
    plugin: 'partitioner-tile',
    parameters: { arrayRows: 128, arrayCols: 256, shape: 'square' },
  },
  device: { plugin: 'device-stt-mram', parameters: { flip: 0.01, fast: true } },
};

describe('a rule', () => {
  it.each([
    ['partitioner.arrayRows * partitioner.arrayCols <= 32768', true],
    ['partitioner.arrayRows * partitioner.arrayCols < 32768', false],
    ['partitioner.arrayRows + 2 * 64 == partitioner.arrayCols', true],
    ['(partitioner.arrayRows + 2) * 64 == 8320', true],
    ['partitioner.arrayCols / partitioner.arrayRows - 2 >= 0', true],
    ['partitioner.arrayCols % 100 > 56', false],
    ['-device.flip < 0', true],
    ['!device.fast', false],
    ['device.fast == true', true],
    ['device == "device-stt-mram"', true],
    ['device != "device-stt-mram"', false],
    ['partitioner.shape === "square" && device.flip <= 0.01', true],
    ['partitioner.shape !== "square" || device.flip > 0.01', false],
    ['device.flip >= 1e-2', true],
  ])('%s: %s', (text, kept) => expect(parseRule(text).holds(point)).toBe(kept));

  it('says which names it mentions, so that the plan can check them', () => {
    const { text, names } = parseRule('a.x * b.y <= 4 || device == "none"');
    expect(text).toBe('a.x * b.y <= 4 || device == "none"');
    expect(names).toEqual(['a.x', 'b.y', 'device']);
  });

  it('is kept by points that do not have a parameter it mentions', () => {
    expect(parseRule('device.price < 0').holds(point)).toBe(true);
    expect(parseRule('ecc.strength < 0').holds(point)).toBe(true);
    expect(parseRule('device.toString < 0').holds(point)).toBe(true);
  });

  it.each([
    'device.flip = 1',
    'process.exit(1)',
    'globalThis["process"]',
    'device["flip"] < 1',
    'device.flip.deep < 1',
    'this.flip < 1',
    'device.flip ? 1 : 0',
    '[1, 2]',
    'device.flip < 1; device.flip > 0',
    '(() => 1)()',
    'device.flip ** 2 < 1',
    'device.flip | 1',
    '~device.flip',
    'typeof device',
    '`text`',
    'new Map()',
    'device.flip <',
    '(device.flip',
    '',
  ])('refuses "%s" and names it', (text) => {
    expect(() => parseRule(text)).toThrow(
      expect.objectContaining({
        code: 'PIPELINE_RULE_INVALID',
        message: expect.stringContaining(`The rule "${text}" cannot be used.`),
      }),
    );
  });
});
