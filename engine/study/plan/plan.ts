// A plan of demand and capacity by month, as it is asked to go into a document, and what the document becomes.
import type { Model } from '../../model/document.ts';

/** One service in one month; null where the plan does not say. */
export interface PlannedMonth {
  /** Its id. */
  readonly service: string;
  /** The first day of the month, from 1970-01-01. */
  readonly month: number;
  /** People who come to need it in that month. */
  readonly demand: number | null;
  /** People who can begin there in that month, or places. */
  readonly capacity: number | null;
}

export interface PlanAsks {
  /** Every month of each service, without gaps. */
  readonly months: readonly PlannedMonth[];
  /** The stream by which the people of the plan come. */
  readonly stream: string;
  readonly capacityIn: 'people' | 'places';
  /** "plan.csv". */
  readonly file: string;
}

export interface PlannedModel {
  /** To be checked like any document. */
  readonly document: Model;
  /** Sentences without their full stops. */
  readonly said: readonly string[];
}

/** Of the option with the capacity of the plan, and of the condition with its mix of needs by month. */
export const PLAN = 'plan';
export const PLAN_MIX = 'plan-mix';
