// What the headings of the methods are called in an address, and which models the text names.

/** `Rule 4. Order` is rule-4, `` `waiting`: people waiting `` is measure-waiting, any other heading its own words. */
export function headingId(heading: string): string {
  const [, rule] = /^Rule (\d+)\./.exec(heading) ?? [];
  if (rule !== undefined) return `rule-${rule}`;
  const [, measure] = /^`(\w+)`/.exec(heading) ?? [];
  if (measure !== undefined) return `measure-${measure}`;
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The id of a model to learn from, named by its path in the repository; null for any other text. */
export function learnId(path: string): string | null {
  return /^models\/learn\/([\w-]+)\.json$/.exec(path)?.[1] ?? null;
}
