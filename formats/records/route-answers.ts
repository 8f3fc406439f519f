// What may be said of a table of where people went beforehand.

export const ODD_IN_ROUTES = ['empty', 'same', 'unreadable'] as const;
export const SPELLINGS = ['alike', 'as-written'] as const;

export interface RouteAnswers {
  readonly from?: string;
  readonly to?: string;
  /** Of how many went, where a row is of several people; 'none': every row is a person. */
  readonly count?: string;
  /** Of the day on which they went; 'none': no column is. */
  readonly date?: string;
  readonly leaveOut: readonly (typeof ODD_IN_ROUTES)[number][];
  /** Whether names that are nearly the same are one place. */
  readonly spelling?: (typeof SPELLINGS)[number];
}
