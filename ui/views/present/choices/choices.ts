// What a presenter may choose, and what is chosen, as plain data: the private window has no model of its own and gets this over a channel.
import type { YearKind } from '../../../model/year-by-rank.ts';
import type { Picture } from '../../../model/picture-asked.ts';

interface Named<Id = string> {
  readonly id: Id;
  readonly title: string;
}

/** One slider of "What if". */
export interface Lever {
  readonly path: string;
  readonly label: string;
  readonly group: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly value: number;
  /** With its unit. */
  readonly said: string;
  readonly isMoved: boolean;
}

export interface Choices {
  readonly pictures: readonly Named<Picture>[];
  readonly picture: Picture;
  readonly options: readonly Named[];
  readonly option: string;
  /** All that can be highlighted; the empty id is none of them. */
  readonly services: readonly Named[];
  readonly spotlight: string;
  readonly years: readonly (Named<YearKind> & { readonly isOn: boolean })[];
  /** Why no year can be chosen; empty where one can. */
  readonly noYears: string;
  readonly conditions: readonly (Named & { readonly about: string; readonly isOn: boolean })[];
  readonly speeds: readonly number[];
  readonly daysPerSecond: number;
  readonly levers: readonly Lever[];
  readonly isEdited: boolean;
  /** A step of the story is on the screen, and it is not the only one. */
  readonly canTakeOut: boolean;
  readonly isRecorded: boolean;
}

export type Choice =
  | { readonly picture: Picture }
  | { readonly option: string }
  | { readonly spotlight: string }
  | { readonly year: YearKind }
  | { readonly condition: string; readonly isOn: boolean }
  | { readonly daysPerSecond: number }
  | { readonly path: string; readonly value: number }
  | { readonly record: { readonly title: string; readonly notes: string } }
  | { readonly story: 'without this step' | 'as it was' }
  | { readonly moved: 'back' };

/** What is fetched only when it is asked for. */
export type Ask = 'link' | 'document';

export interface Chooser {
  choose(choice: Choice): void;
  ask(what: Ask): Promise<string>;
}
