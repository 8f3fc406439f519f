// What has been made is kept for the next time; a long session of sliders does not grow the store without end.

/** The same key gives the same thing, made on first use. Beyond `most` things the one that was used the longest ago goes. */
export function kept<Key, Thing>(most: number, make: (key: Key) => Thing): (key: Key) => Thing {
  const store = new Map<Key, Thing>();
  return (key) => {
    const thing = store.get(key) ?? make(key);
    // What was used last stands last.
    store.delete(key);
    store.set(key, thing);
    if (store.size > most) store.delete(store.keys().next().value!);
    return thing;
  };
}
