// An index over a long list: a treap that finds where a new entry belongs in log n steps. It orders nothing of its own.

/** Trees by list, nodes by entry; a list has a tree only while one is worth it. */
export class RankedTrees {
  private readonly roots: Int32Array;
  private left = new Int32Array(0);
  private right = new Int32Array(0);
  private up = new Int32Array(0);

  constructor(lists: number) {
    this.roots = new Int32Array(lists).fill(-1);
  }

  clear(): void {
    this.roots.fill(-1);
  }

  has(list: number): boolean {
    return this.roots[list] >= 0;
  }

  inUse(): boolean {
    return this.left.length > 0;
  }

  /** Room for entries up to this number. */
  widen(room: number): void {
    if (room <= this.left.length) return;
    const wider = (old: Int32Array) => {
      const made = new Int32Array(room).fill(-1);
      made.set(old);
      return made;
    };
    [this.left, this.right, this.up] = [wider(this.left), wider(this.right), wider(this.up)];
  }

  /** The last entry that the new one does not go before, −1 for none; the new one follows it from now on. */
  place(list: number, entry: number, goesBefore: (other: number) => boolean): number {
    let before = -1;
    let parent = -1;
    let isLeft = false;
    for (let node = this.roots[list]; node >= 0; node = isLeft ? this.left[node] : this.right[node]) {
      parent = node;
      isLeft = goesBefore(node);
      if (!isLeft) before = node;
    }
    this.hang(list, entry, parent, isLeft);
    return before;
  }

  /** One more at the very end, after `last`. */
  append(list: number, entry: number, last: number): void {
    this.hang(list, entry, last, false);
  }

  remove(list: number, entry: number): void {
    const { left, right } = this;
    // Down to where nothing hangs from it, the heavier child going up each time.
    for (;;) {
      const [l, r] = [left[entry], right[entry]];
      if (l < 0 && r < 0) break;
      this.lift(list, r < 0 || (l >= 0 && weightOf(l) > weightOf(r)) ? l : r);
    }
    const parent = this.up[entry];
    if (parent < 0) this.roots[list] = -1;
    else if (left[parent] === entry) left[parent] = -1;
    else right[parent] = -1;
  }

  private hang(list: number, entry: number, parent: number, isLeft: boolean): void {
    this.left[entry] = this.right[entry] = -1;
    this.up[entry] = parent;
    if (parent < 0) this.roots[list] = entry;
    else if (isLeft) this.left[parent] = entry;
    else this.right[parent] = entry;
    while (this.up[entry] >= 0 && weightOf(entry) > weightOf(this.up[entry])) this.lift(list, entry);
  }

  /** A rotation: a node takes the place of the one it hangs from; the order of the entries stays the same. */
  private lift(list: number, node: number): void {
    const { left, right, up } = this;
    const parent = up[node];
    const above = up[parent];
    if (left[parent] === node) {
      left[parent] = right[node];
      if (right[node] >= 0) up[right[node]] = parent;
      right[node] = parent;
    } else {
      right[parent] = left[node];
      if (left[node] >= 0) up[left[node]] = parent;
      left[node] = parent;
    }
    up[parent] = node;
    up[node] = above;
    if (above < 0) this.roots[list] = node;
    else if (left[above] === parent) left[above] = node;
    else right[above] = node;
  }
}

/** Scattered enough to keep a tree flat, the same for an entry always. */
function weightOf(entry: number): number {
  let bits = Math.imul(entry ^ (entry >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 16)) >>> 0;
}
