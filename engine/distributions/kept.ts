// What has been made is kept for the next time; a long session of sliders does not grow the store without end.

/** The same key gives the same thing, made on first use. At `most` things the store begins again. */
export function kept<Key, Thing>(most: number, make: (key: Key) => Thing): (key: Key) => Thing {
  const store = new Map<Key, Thing>();
  return (key) => {
    let thing = store.get(key);
    if (thing === undefined) {
      thing = make(key);
      if (store.size >= most) store.clear();
      store.set(key, thing);
    }
    return thing;
  };
}
