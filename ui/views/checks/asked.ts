// What the address says about the checks: #/checks, or #/checks?s=2&n=400&only=one-bed for another seed, more of them, or some.

export interface Asked {
  readonly seed: number;
  /** Replications of each model. */
  readonly replications: number;
  /** Groups or figures by id; undefined for all. */
  readonly only: readonly string[] | undefined;
}

/** As `onward verify` has them. */
export const USUAL: Asked = { seed: 1, replications: 200, only: undefined };

const MOST_NAMES = 200;

/** What cannot be read keeps its usual value, and a notice says so. */
export function readAsked(hash: string): { readonly asked: Asked; readonly ignored: readonly string[] } {
  const ignored: string[] = [];
  let { seed, replications, only } = USUAL;
  const whole = (key: string, text: string, least: number, most: number, otherwise: number): number => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    ignored.push(`“${key}=${text.slice(0, 40)}” was ignored: it should be a whole number from ${least} to ${most}.`);
    return otherwise;
  };
  for (const [key, text] of new URLSearchParams(hash.split('?')[1] ?? '')) {
    if (key === 's') seed = whole(key, text, 0, 4_294_967_295, seed);
    else if (key === 'n') replications = whole(key, text, 2, 10_000, replications);
    else if (key === 'only') only = text.split(',').slice(0, MOST_NAMES);
  }
  return { asked: { seed, replications, only }, ignored };
}

/** The command that prints the same rows. */
export function commandFor({ seed, replications, only }: Asked): string {
  const parts = ['npx onward verify'];
  for (const name of only ?? []) parts.push(`--only ${name}`);
  if (seed !== USUAL.seed) parts.push(`--seed ${seed}`);
  if (replications !== USUAL.replications) parts.push(`--replications ${replications}`);
  return parts.join(' ');
}
