// One figure of the bench: what was measured, and the same in words.

export interface Figure {
  readonly name: string;
  readonly result: object;
  readonly sentences: readonly string[];
}
