// Shares out tasks among threads, a group to a thread: what a thread has laid out for one task serves the others of its group.

/**
 * The returned function says what a thread does next; nothing once all is begun. A thread goes through its group in order, then takes
 * the next group; when there is none, it helps the thread that has the most left, from the end.
 */
export function shareOut<Task>(groups: readonly (readonly Task[])[]): (thread: number) => Task | undefined {
  const left = groups.map((group) => [...group]);
  const own: Task[][] = [];
  let begun = 0;
  return (thread) => {
    if ((own[thread] ?? []).length === 0 && begun < left.length) own[thread] = left[begun++];
    if ((own[thread] ?? []).length > 0) return own[thread].shift();
    return left.reduce((longest, group) => (group.length > longest.length ? group : longest), []).pop();
  };
}
