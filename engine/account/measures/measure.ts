// What a measure defines: its name, its meaning, and its rows, each with where its value lies in the ledger at the end of a replication.
import type { Group } from '../../network/groups.ts';
import type { Asked } from '../../model/asked.ts';
import type { Ledger } from '../ledger.ts';
import type { Network } from '../../network/network.ts';
import type { Source } from '../source.ts';

/** What a measure may look at. Days are the length of the counted window. */
export interface About {
  /** Any ledger of the program, to say where things lie in all of them: nothing has been counted in it. */
  readonly ledger: Ledger;
  readonly network: Network;
  /** Whether the places of a station are a number on every day that counts. */
  readonly hasLimit: (station: number) => boolean;
  readonly asked: Asked;
  readonly days: number;
  /** By station, the places people can come to it from at all: 0 is outside, s + 1 is station s. */
  readonly comeFrom: readonly (readonly { readonly who: string; readonly from: number }[])[];
  /** Groups of people: by need, and by attribute. */
  readonly needs: readonly Group[];
  readonly attributes: readonly Group[];
  /** What the document speaks of anywhere, so that every option of it has the same rows. */
  readonly features: {
    readonly preparation: boolean;
    readonly hours: boolean;
    readonly visits: boolean;
    readonly costs: boolean;
  };
  /** Needed places by station, by flow balance. */
  readonly offered: ArrayLike<number>;
  /** Of the days looked at, whose looks hold occupancy, waiting, delayed of each station, one after the other. */
  readonly lookDates: readonly string[];
}

/** `station` is an id or `all`; a value of NaN means there was nobody to measure. */
export type Put = (station: string, statistic: string, who: string, source: Source, day?: string) => void;

export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Which way is better; null where neither is. */
  readonly betterWhen: 'less' | 'more' | null;
  /** Puts its rows, always the same ones in the same order for one document; called once a program. */
  readonly rows: (about: About, put: Put) => void;
}
