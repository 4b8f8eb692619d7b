import { describe, expect, it } from 'vitest';
import { parseTable } from './parse-table.ts';
import { table } from './table.fixture.ts';

const refusal = (text: string) => {
  try {
    parseTable(text, 'x.csv');
  } catch (error) {
    return error as Error & { code: string };
  }
  return undefined;
};

describe('parseTable', () => {
  it('reads notes, conditions and figures in the unit of the figure', () => {
    const { notes, columns, conditions } = parseTable(table, 'x.csv');
    expect(notes).toEqual({
      title: 'hafnium oxide, made for tests',
      cite: 'Nobody et al., Nowhere 2020, table 1',
      assumed: ['reads do not disturb'],
    });
    expect(columns).toEqual([
      'writeEnergyFj',
      'flipPlusToMinus',
      'flipMinusToPlus',
      'enduranceCycles',
      'writeVoltageV',
    ]);
    expect(conditions).toEqual([
      {
        name: 'strong',
        how: 'measured',
        figures: {
          writeEnergyFj: 20_000,
          flipPlusToMinus: 1e-4,
          flipMinusToPlus: 2e-4,
          enduranceCycles: 1e6,
          writeVoltageV: 2.5,
        },
      },
      {
        name: 'weak',
        how: 'fitted',
        cite: 'fit of figure 3, by eye',
        figures: {
          writeEnergyFj: 500,
          flipPlusToMinus: 0.03,
          flipMinusToPlus: 0.04,
          writeVoltageV: 1.2,
        },
      },
    ]);
  });

  it.each([
    ['a byte order mark', `\uFEFF${table}`],
    [
      'a byte order mark before the header',
      `\uFEFF${table.slice(table.indexOf('condition,')).replace('condition', '"condition"')}`,
    ],
    ['CRLF', table.replaceAll('\n', '\r\n')],
    ['both, and no end of the last line', `\uFEFF${table.trimEnd().replaceAll('\n', '\r\n')}`],
    ['spaces around cells and blank lines', `${table.replaceAll(',', ' , ')}\n\n`],
    ['empty rows of a spreadsheet', `${table},,,,,,,\n`],
  ])('takes %s', (_, text) => {
    const { conditions, columns } = parseTable(text, 'x.csv');
    expect(conditions.map(({ name }) => name)).toEqual(['strong', 'weak']);
    expect(columns).toHaveLength(5);
  });

  it('knows every unit of a dimension, and no unit of another', () => {
    const write = (name: string) => parseTable(`condition,${name}\na,3`, 'x.csv').conditions[0]?.figures;
    const area = parseTable('condition,cellAreaNm2\na,40000', 'x.csv').conditions[0]?.figures.cellAreaUm2;
    expect(area).toBeCloseTo(0.04, 12);
    expect(write('writeEnergyFj')).toEqual({ writeEnergyFj: 3 });
    expect(write('writeEnergyNj')).toEqual({ writeEnergyFj: 3e6 });
    expect(write('writeTimeUs')).toEqual({ writeTimeNs: 3000 });
    expect(write('cellAreaF2')).toEqual({ cellAreaF2: 3 });

    for (const wrong of ['writeEnergyV', 'writeEnergy', 'writeEnergyPjPerBit', 'writeTimeYears'])
      expect(refusal(`condition,${wrong}\na,3`)?.code).toBe('TABLE_COLUMN_UNKNOWN');
  });
});

const head = '# note\ncondition,writeEnergyPj,bitErrorRate,enduranceCycles,how\n';

describe('parseTable refuses', () => {
  it.each([
    ['an empty file', '', 'SHAPE', /Line 1 of "x.csv".*empty/],
    ['notes alone', '# title: x\n', 'SHAPE', /no header/],
    ['a header alone', head, 'SHAPE', /Line 2.*no row/],
    ['a header without condition', 'writeEnergyPj\n1', 'SHAPE', /no column "condition"/],
    ['a header without figures', 'condition,cite\na,b', 'SHAPE', /no column of numbers/],
    ['one column twice', 'condition,writeEnergyPj,writeEnergyFj\na,1,1', 'SHAPE', /Two.*"writeEnergyFj"/],
    [
      'two ways to say one thing',
      'condition,bitErrorRate,flipPlusToMinus\na,0,0',
      'SHAPE',
      /the same in two/,
    ],
    ['another two', 'condition,relativeWriteEnergy,writeEnergyPj\na,1,1', 'SHAPE', /the same in two/],
    [
      'a misspelt column',
      'condition,writeEnergyFJ\na,1',
      'COLUMN',
      /Line 1.*"writeEnergyFJ".*"writeEnergyFj"\?/,
    ],
    ['a nameless column', 'condition,bitErrorRate,\na,0,', 'COLUMN', /unknown column ""/],
    ['semicolons', 'condition;writeEnergyFj\na;1', 'COLUMN', /by commas/],
    ['a short row', `${head}a,1,0,1\n`, 'SHAPE', /Line 3.*4 cells, the header has 5/],
    ['a long row', `${head}a,1,0,1,measured,\n`, 'SHAPE', /Line 3.*6 cells/],
    ['a note between rows', `${head}a,1,0,1,\n# b\n`, 'SHAPE', /Line 4.*above the header/],
    ['a condition twice', `${head}a,1,0,1,\nb,1,0,1,\n\na,2,0,1,\n`, 'SHAPE', /Line 6.*Line 3 has.*"a"/],
    ['an open quote', `${head}"a,1,0,1,\n`, 'SHAPE', /"x.csv".*[Qq]uote/],
    ['a probability above 1', `${head}a,1,1.01,1,`, 'VALUE', /Line 3.*bitErrorRate.*"1.01".*from 0 to 1/],
    ['a negative probability', `${head}a,1,-1e-9,1,`, 'VALUE', /"-1e-9"/],
    ['a negative energy', `${head}a,-1,0,1,`, 'VALUE', /writeEnergyPj.*"-1".*0 to 1000000000 fJ/],
    [
      'joules that were meant as picojoules',
      'condition,writeEnergyNj\na,1e9',
      'VALUE',
      /"1e9".*1000000000 fJ/,
    ],
    ['a cell as long as a chip', 'condition,aspectRatio\na,1e6', 'VALUE', /aspectRatio.*"1e6".*0.1 to 10\./],
    ['no area at all', 'condition,cellAreaUm2\na,0', 'VALUE', /cellAreaUm2.*"0".*0.000025 to 625 µm²/],
    ['NaN', `${head}a,NaN,0,1,`, 'VALUE', /"NaN"/],
    ['an infinity', `${head}a,1e999,0,1,`, 'VALUE', /"1e999"/],
    ['a decimal comma', `${head}a,"1,5",0,1,`, 'VALUE', /"1,5"/],
    ['a unit in a cell', `${head}a,1 pJ,0,1,`, 'VALUE', /"1 pJ"/],
    ['a hexadecimal number', `${head}a,0x10,0,1,`, 'VALUE', /"0x10"/],
    ['an empty cell', `${head}a,,0,1,`, 'VALUE', /leave the column out/],
    [
      'no endurance at all',
      `${head}a,1,0,0,`,
      'VALUE',
      /enduranceCycles.*1 to 1000000000000000000 cycles, or empty/,
    ],
    ['a guess', `${head}a,1,0,1,guessed`, 'VALUE', /how.*"guessed".*measured, fitted, derived, assumed/],
    ['a nameless condition', `${head},1,0,1,`, 'VALUE', /condition the value ""/],
    ['a number as a condition', `${head}1.5,1,0,1,`, 'VALUE', /more than a number/],
    ['a comma in a condition', `${head}"a,b",1,0,1,`, 'VALUE', /without commas/],
  ])('%s', (_, text, code, message) => {
    const error = refusal(text);
    expect(error?.code).toMatch(new RegExp(`^TABLE_${code}_`));
    expect(error?.message).toMatch(message);
  });
});
