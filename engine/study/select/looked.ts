// What a search has simulated so far: by setting and replication its readings, and what the search asks for next.
import type { Setting } from './setting.ts';

/** Replications from `from` to before `to` of each of these settings; what `judges` asks is whether each settles. */
export interface Ask {
  readonly settings: readonly Setting[];
  readonly from: number;
  readonly to: number;
  readonly judges: boolean;
}

/** Of one setting: its readings by replication, and whether it settles, if that was asked. */
export interface Answer {
  readonly readings: readonly (readonly number[])[];
  readonly settles?: boolean;
}

/** A search: it yields what to simulate and is handed the answers in the order of the settings. */
export type Search<Found> = Generator<Ask, Found, readonly Answer[]>;

/** All that was simulated. The readings of a replication belong to the same people in every setting. */
export class Looked {
  /** Readings by setting, then by reading, then by replication. */
  private readonly values = new Map<Setting, number[][]>();
  private readonly settling = new Map<Setting, boolean>();
  /** Replications simulated, without those repeated to see whether a setting settles. */
  replications = 0;

  *upTo(settings: readonly Setting[], to: number): Search<void> {
    const byCount = new Map<number, Setting[]>();
    for (const setting of settings) {
      const has = this.count(setting);
      if (has < to) byCount.set(has, [...(byCount.get(has) ?? []), setting]);
    }
    for (const [from, some] of byCount) {
      const answers = yield { settings: some, from, to, judges: false };
      some.forEach((setting, at) => this.add(setting, answers[at].readings));
    }
  }

  *settles(setting: Setting, most: number): Search<boolean> {
    yield* this.judge([setting], most);
    return !this.isUnsettled(setting);
  }

  /** All replications of these, and whether each settles. */
  *judge(settings: readonly Setting[], most: number): Search<void> {
    const some = settings.filter((one) => !this.settling.has(one));
    if (some.length === 0) return;
    const answers = yield { settings: some, from: 0, to: most, judges: true };
    some.forEach((setting, at) => {
      const { readings, settles = true } = answers[at];
      this.settling.set(setting, settles);
      this.add(setting, readings.slice(this.count(setting)));
    });
  }

  isJudged = (setting: Setting): boolean => this.settling.has(setting);

  /** Known not to settle: it has no average. */
  isUnsettled = (setting: Setting): boolean => this.settling.get(setting) === false;

  count = (setting: Setting): number => this.values.get(setting)?.[0].length ?? 0;

  of = (setting: Setting, reading: number): readonly number[] => this.values.get(setting)?.[reading] ?? [];

  readingsOf = (setting: Setting): readonly (readonly number[])[] => this.values.get(setting) ?? [];

  all = (): Setting[] => [...this.values.keys()];

  private add(setting: Setting, rows: readonly (readonly number[])[]): void {
    const own = this.values.get(setting) ?? rows[0].map((): number[] => []);
    for (const row of rows) own.forEach((values, reading) => values.push(row[reading]));
    this.values.set(setting, own);
    this.replications += rows.length;
  }
}
