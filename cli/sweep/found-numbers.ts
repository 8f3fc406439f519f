// What every combination of a sweep came to, by its number, in one block of memory however many there are.
import type { Design, Found, Swept } from '../../engine/index.ts';
import type { Asked } from './question.ts';

export class FoundNumbers {
  private readonly width: number;
  private readonly numbers: Float64Array;
  private readonly isThere: Uint8Array;
  count = 0;

  /** `width`: numbers that one came to. */
  constructor(combinations: number, width: number) {
    this.width = width;
    this.numbers = new Float64Array(combinations * width);
    this.isThere = new Uint8Array(combinations);
  }

  has(combination: number): boolean {
    return this.isThere[combination] === 1;
  }

  put(combination: number, found: Found): void {
    if (!this.has(combination)) this.count++;
    this.isThere[combination] = 1;
    this.numbers.set(found, combination * this.width);
  }

  /** Those that are there, in the order of the design. */
  *of(design: Design): Generator<Swept> {
    for (let at = 0; at < design.count; at++)
      if (this.has(at))
        yield { values: design.at(at), found: this.numbers.subarray(at * this.width, (at + 1) * this.width) };
  }
}

/** Room for all combinations of a sweep: whether it settles, and four numbers of each row. */
export const foundNumbersFor = ({ manifest, keys }: Asked): FoundNumbers =>
  new FoundNumbers(manifest.sweep!.combinations, 1 + 4 * keys.length);
