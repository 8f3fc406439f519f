// What in a file has to be mended or decided before it is used: one question a kind of thing, with the first places where it stands.
import type { Problem } from '../../engine/index.ts';

/** Places that are named of each kind. */
const MOST_NAMED = 5;

export interface Kind {
  readonly expected: string;
  readonly hint: string;
}

interface Asked extends Kind {
  readonly places: string[];
  readonly found: string;
  count: number;
}

export class Questions {
  private readonly kinds = new Map<string, Asked>();
  readonly whole: Problem[] = [];

  /** `kind` keeps apart what one answer would not settle. The place is only made for those that are named. */
  ask(kind: string, place: () => string, found: string, { expected, hint }: Kind): void {
    const known = this.kinds.get(kind) ?? { places: [], found, expected, hint, count: 0 };
    this.kinds.set(kind, known);
    if (known.count++ < MOST_NAMED) known.places.push(place());
  }

  /** Of the whole file. */
  askOfAll(path: string, found: string, { expected, hint }: Kind): void {
    this.whole.push({ path, found, expected, hint, severity: 'error' });
  }

  all(): Problem[] {
    return [
      ...[...this.kinds.values()].map(({ places: [first, ...others], found, expected, hint, count }): Problem => {
        const more = count - 1 - others.length;
        const rest =
          others.length === 0 ? '' : `; so too in ${others.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
        return { path: first, found: `${found}${rest}`, expected, hint, severity: 'error' };
      }),
      ...this.whole,
    ];
  }
}
