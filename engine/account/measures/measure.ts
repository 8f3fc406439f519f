// What a measure defines: its name, its meaning, and how it reads the ledger at the end of a replication.
import type { Group } from '../../network/groups.ts';
import type { Asked } from '../../model/asked.ts';
import type { Ledger } from '../ledger.ts';
import type { Network } from '../../network/network.ts';

/** What a measure may look at. Days are the length of the counted window. */
export interface Reading {
  readonly ledger: Ledger;
  readonly network: Network;
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
  /** Dates and levels of the days looked at: occupancy, waiting, delayed of each station, one after the other. */
  readonly looks: readonly { readonly day: string; readonly levels: Int32Array }[];
}

/** `station` is an id or `all`; a value of NaN means there was nobody to measure. */
export type Put = (station: string, statistic: string, who: string, value: number, day?: string) => void;

export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  /** Which way is better; null where neither is. */
  readonly betterWhen: 'less' | 'more' | null;
  /** Puts its rows, always the same ones in the same order for one document. */
  readonly read: (reading: Reading, put: Put) => void;
}
