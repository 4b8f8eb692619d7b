import type { ParameterValue, Point } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import jsep from 'jsep';

type Value = ParameterValue | undefined;

/** A comparison over `slot.parameter`, ready to be asked. */
export interface Rule {
  readonly text: string;
  /** The `slot.parameter` names it mentions. */
  readonly names: readonly string[];
  /** Whether a point keeps the rule. A rule over a parameter that the point does not have is kept. */
  holds(point: Point): boolean;
}

/**
 * Reads a rule without running any code: numbers, texts, `slot.parameter`, `slot` (the plugin's name),
 * + - * / %, comparisons, && || and !.
 * @throws PIPELINE_RULE_INVALID
 */
export function parseRule(text: string): Rule {
  const names: string[] = [];
  const evaluate = compile(parse(text), text, names);
  return {
    text,
    names,
    holds(point) {
      const values = names.map((name) => lookUp(point, name));
      if (values.includes(undefined)) return true;
      return Boolean(evaluate(point));
    },
  };
}

function parse(text: string): jsep.Expression {
  try {
    return jsep(text);
  } catch (error) {
    throw bitfrontError('PIPELINE_RULE_INVALID', { rule: text, reason: `${(error as Error).message}.` });
  }
}

type Evaluate = (point: Point) => Value;

function compile(node: jsep.Expression, text: string, names: string[]): Evaluate {
  const refuse = (reason: string) => bitfrontError('PIPELINE_RULE_INVALID', { rule: text, reason });
  const known = node as jsep.CoreExpression;
  switch (known.type) {
    case 'Literal':
      return () => known.value as Value;
    case 'Identifier':
      names.push(known.name);
      return (point) => lookUp(point, known.name);
    case 'MemberExpression': {
      const { object, property } = known;
      if (known.computed || object.type !== 'Identifier' || property.type !== 'Identifier')
        throw refuse('A name has the form slot.parameter.');
      const name = `${(object as jsep.Identifier).name}.${(property as jsep.Identifier).name}`;
      names.push(name);
      return (point) => lookUp(point, name);
    }
    case 'UnaryExpression': {
      const argument = compile(known.argument, text, names);
      if (known.operator === '!') return (point) => !argument(point);
      if (known.operator === '-') return (point) => -Number(argument(point));
      throw refuse(`The operator ${known.operator} is not allowed.`);
    }
    case 'BinaryExpression': {
      const apply = operators[known.operator];
      if (apply === undefined) throw refuse(`The operator ${known.operator} is not allowed.`);
      if (isComparison(known) && [known.left, known.right].some(isComparison))
        throw refuse('Comparisons cannot be chained: write 0 < a.b && a.b < 5.');
      const left = compile(known.left, text, names);
      const right = compile(known.right, text, names);
      return (point) => apply(left(point), right(point));
    }
    default:
      throw refuse(notAllowed[known.type] ?? `${known.type} is not allowed.`);
  }
}

function isComparison(node: jsep.Expression): boolean {
  return node.type === 'BinaryExpression' && /^[<>=!]/.test(String(node.operator));
}

const notAllowed: Readonly<Record<string, string>> = {
  CallExpression: 'A rule calls nothing: it is data and runs no code.',
  Compound: 'A rule is one comparison.',
};

function lookUp(point: Point, name: string): Value {
  const [slot = '', parameter] = name.split('.');
  const choice = Object.hasOwn(point, slot) ? point[slot] : undefined;
  if (parameter === undefined) return choice?.plugin;
  return choice !== undefined && Object.hasOwn(choice.parameters, parameter)
    ? choice.parameters[parameter]
    : undefined;
}

const operators: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '+': (a, b) => Number(a) + Number(b),
  '-': (a, b) => Number(a) - Number(b),
  '*': (a, b) => Number(a) * Number(b),
  '/': (a, b) => Number(a) / Number(b),
  '%': (a, b) => Number(a) % Number(b),
  '<': (a, b) => Number(a) < Number(b),
  '<=': (a, b) => Number(a) <= Number(b),
  '>': (a, b) => Number(a) > Number(b),
  '>=': (a, b) => Number(a) >= Number(b),
  '==': (a, b) => a === b,
  '===': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '!==': (a, b) => a !== b,
  '&&': (a, b) => Boolean(a) && Boolean(b),
  '||': (a, b) => Boolean(a) || Boolean(b),
};
