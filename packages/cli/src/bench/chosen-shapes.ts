import { bitfrontError } from '@bitfront/errors';

/** The shapes whose name contains a text, all of them without one. @throws COMMAND_USAGE_WRONG where none does */
export function chosenShapes<Shape>(
  shapes: Readonly<Record<string, Shape>>,
  only: string | undefined,
): readonly (readonly [name: string, shape: Shape])[] {
  const chosen = Object.entries(shapes).filter(([name]) => name.includes(only ?? ''));
  if (chosen.length > 0) return chosen;
  const names = Object.keys(shapes).join(', ');
  throw bitfrontError('COMMAND_USAGE_WRONG', {
    problem: `The name of no shape contains "${only}"; there are: ${names}.`,
    command: 'bench',
  });
}
