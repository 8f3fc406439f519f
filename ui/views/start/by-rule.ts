// Models to learn from, grouped as the methods name them: each under the first heading that says to try it.
import { headingId } from '../../parts/method-text/method-sections.ts';

export interface RuleGroup<T> {
  /** Of the heading in the methods; empty for those that no heading names. */
  readonly section: string;
  readonly heading: string;
  readonly models: readonly T[];
}

const NAMED = /`models\/learn\/([\w-]+)\.json`/g;

export function byRule<T extends { readonly id: string }>(methods: string, models: readonly T[]): RuleGroup<T>[] {
  const left = new Map(models.map((model) => [model.id, model]));
  const groups = methods.split(/^(?=###? )/m).flatMap((section): RuleGroup<T>[] => {
    const [, heading = ''] = /^###? (.+)$/m.exec(section) ?? [];
    const tries = section.split('\n').filter((line) => line.startsWith('Try it:'));
    const found = [...tries.join(' ').matchAll(NAMED)].flatMap(([, id]) => {
      const model = left.get(id!);
      left.delete(id!);
      return model ? [model] : [];
    });
    if (found.length === 0) return [];
    return [{ section: headingId(heading), heading: heading.replace(/^Rule \d+\. /, ''), models: found }];
  });
  if (left.size > 0) groups.push({ section: '', heading: 'More', models: [...left.values()] });
  return groups;
}
