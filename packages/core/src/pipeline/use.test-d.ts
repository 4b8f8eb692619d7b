import { expectTypeOf } from 'vitest';
import { dataset, device, evaluator, trainer } from '../fixtures/small-stages.ts';
import { interval, linear, list, logarithmic, paired, powersOfTwo } from './axis.ts';
import { type Choice, use } from './use.ts';

// What a choice reads and gives is known to the compiler.
expectTypeOf(use(dataset, { images: 16 })).toEqualTypeOf<Choice<never, 'dataset'>>();
expectTypeOf(use(evaluator, {})).toEqualTypeOf<Choice<'network' | 'memory' | 'dataset', 'evaluation'>>();

// Values and axes of the right type, defaults left out or replaced.
use(trainer, { hiddenWidths: [512, 512] });
use(trainer, { hiddenWidths: list([512, 512], [256]), rule: list('adam', 'bop'), epochs: linear(5, 20, 4) });
use(trainer, { hiddenWidths: [8], rule: 'bop', epochs: 3 });
use(device, { nodeNm: list(28, 65), lowLogSpread: interval(0.1, 1), highLogSpread: logarithmic(0.1, 1, 3) });
use(dataset, { images: paired('size', powersOfTwo(16, 1024)) });

// @ts-expect-error `image` is misspelt
use(dataset, { image: 16 });

// @ts-expect-error `epoch` is misspelt, though everything required is there
use(trainer, { hiddenWidths: [8], epoch: 3 });

// @ts-expect-error a count is no text
use(dataset, { images: '16' });

// @ts-expect-error an axis of texts cannot vary a count
use(dataset, { images: list('16', '32') });

// @ts-expect-error `sgd` is no name of the choice
use(trainer, { hiddenWidths: [8], rule: 'sgd' });

// @ts-expect-error `sgd` is no name of the choice, in an axis either
use(trainer, { hiddenWidths: [8], rule: list('adam', 'sgd') });

// @ts-expect-error an axis holds no gaps, also where the parameter may be left out
use(trainer, { hiddenWidths: [8], epochs: list(3, undefined) });

// @ts-expect-error a list parameter takes a list, not its entry
use(trainer, { hiddenWidths: 8 });

// @ts-expect-error `highLogSpread` has no default and no value
use(device, { nodeNm: 28, lowLogSpread: 0.1 });

// @ts-expect-error a stage without parameters takes none
use(evaluator, { repeats: 3 });

use(evaluator, {});

// Explicit points replace the parameters that they list.
use(device, { nodeNm: 28 }, [
  { lowLogSpread: 0.1, highLogSpread: 0.3 },
  { lowLogSpread: 0.2, highLogSpread: 0.6 },
]);
use(device, { nodeNm: list(28, 65), highLogSpread: 0.5 }, [{ lowLogSpread: 0.1 }]);
use(trainer, { epochs: 3 }, [
  { hiddenWidths: [8], rule: 'adam' },
  { hiddenWidths: [16], rule: 'bop' },
]);

// @ts-expect-error `highLogSpread` is neither among the parameters nor in the points
use(device, { nodeNm: 28 }, [{ lowLogSpread: 0.1 }]);

// @ts-expect-error the second point leaves out what the first one lists
use(device, { nodeNm: 28 }, [{ lowLogSpread: 0.1, highLogSpread: 0.3 }, { lowLogSpread: 0.2 }]);

// @ts-expect-error `lowSpread` is misspelt
use(device, { nodeNm: 28, highLogSpread: 0.3 }, [{ lowSpread: 0.1 }]);

// @ts-expect-error a point holds values, no axes
use(device, { nodeNm: 28, highLogSpread: 0.3 }, [{ lowLogSpread: list(0.1, 0.2) }]);

// @ts-expect-error a spread is no text
use(device, { nodeNm: 28, highLogSpread: 0.3 }, [{ lowLogSpread: '0.1' }]);
