import { Observable } from 'rxjs';

/**
 * Maps what an iterator yields, several at a time, pulling only when there is room: a grid of ten million points
 * runs in flat memory (`from(iterable).pipe(mergeMap(…))` would read it all at once).
 * @param next the next item, or undefined at the end
 * @param hasRoom asked before every pull with the number of items under way
 * @param wake receives a function that looks for room again
 */
export function pullMap<In, Out>(
  next: () => In | undefined,
  project: (item: In) => Promise<Out>,
  hasRoom: (underWay: number) => boolean,
  wake: (look: () => void) => void,
): Observable<Out> {
  return new Observable<Out>((subscriber) => {
    let underWay = 0;
    let ended = false;
    let pulling = false;
    const look = () => {
      if (pulling) return;
      pulling = true;
      try {
        while (!ended && !subscriber.closed && hasRoom(underWay)) {
          const item = next();
          if (item === undefined) {
            ended = true;
            break;
          }
          underWay++;
          project(item).then(settle, (reason) => subscriber.error(reason));
        }
      } catch (error) {
        subscriber.error(error);
      } finally {
        pulling = false;
      }
      if (ended && underWay === 0) subscriber.complete();
    };
    const settle = (out: Out) => {
      underWay--;
      subscriber.next(out);
      look();
    };
    wake(look);
    look();
    return () => {
      ended = true;
    };
  });
}
