// One thing that was looked at on this computer: what was found, and what to do where it is missing.

export interface Finding {
  readonly id: string;
  /** `missing`: Onward does not work without it. `without`: only what `for` names does not. */
  readonly status: 'good' | 'missing' | 'without';
  readonly found: string;
  /** What to do; empty where all is well. */
  readonly todo: string;
}

export const good = (id: string, found: string): Finding => ({ id, status: 'good', found, todo: '' });
export const missing = (id: string, found: string, todo: string): Finding => ({ id, status: 'missing', found, todo });
export const without = (id: string, found: string, todo: string): Finding => ({ id, status: 'without', found, todo });

/** What a check threw, as the reason in its words. */
export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
