// The views of the page, a line each, in the order of the header. fetched-views.ts says how each is fetched.

export interface ViewLine {
  readonly view: string;
  readonly name: string;
  /** It shows the model that is open, under the settings of the moment: its address carries them. */
  readonly isOfModel?: true;
  /** Under *More* in the header, and not in the row itself. */
  readonly isMore?: true;
  /** Where the header is narrow it goes under *More* too. */
  readonly isMoreWhereNarrow?: true;
  /** It has the whole screen, without the header. */
  readonly isStage?: true;
  /** A view that is part of it now: links to that lead here. */
  readonly was?: string;
  /** Another view opens it; the header does not list it. */
  readonly isUnlisted?: true;
}

export const views = [
  { view: 'story', name: 'Story', isOfModel: true, isMoreWhereNarrow: true },
  { view: 'explore', name: 'Explore', isOfModel: true },
  { view: 'compare', name: 'Compare', isOfModel: true },
  { view: 'present', name: 'Present', isOfModel: true, isStage: true },
  { view: 'assumptions', name: 'Assumptions', isOfModel: true, isMore: true },
  { view: 'outcomes', name: 'Outcomes and costs', isOfModel: true, isMore: true, was: 'costs' },
  { view: 'data', name: 'Data', isOfModel: true, isMore: true },
  { view: 'bring', name: 'Your data', isOfModel: true, isMore: true },
  { view: 'report', name: 'Report', isOfModel: true, isMore: true },
  { view: 'build', name: 'Build', isOfModel: true, isMore: true },
  { view: 'start', name: 'Models', isMore: true },
  { view: 'checks', name: 'Checks', isMore: true },
  { view: 'method', name: 'Method', isMore: true },
  { view: 'help', name: 'Help', isMore: true },
  { view: 'speaker', name: 'Private window', isStage: true, isUnlisted: true },
] as const satisfies readonly ViewLine[];

export type View = (typeof views)[number]['view'];

type Line = ViewLine & { readonly view: View };
const lines: readonly Line[] = views;

/** Those that can be gone to from anywhere. */
export const listed: readonly Line[] = lines.filter(({ isUnlisted }) => !isUnlisted);

/** By its name in an address, of this build or an earlier one. */
export const viewNamed = (name: string | undefined): View | undefined =>
  lines.find(({ view, was }) => view === name || (was !== undefined && was === name))?.view;

export const isOfModel = (view: View): boolean => lineOf(view).isOfModel ?? false;

/** Names of the views of the model in addresses, those of earlier builds among them. */
export const namesOfModel: readonly string[] = lines
  .filter((line) => line.isOfModel)
  .flatMap(({ view, was }) => (was === undefined ? [view] : [view, was]));

export const lineOf = (view: View): ViewLine => lines.find((one) => one.view === view)!;

/** The row of the header, and what is under *More*, each in the order of the list. */
export function headerOf(isNarrow: boolean, all: readonly ViewLine[] = listed) {
  const isUnderMore = ({ isMore, isMoreWhereNarrow }: ViewLine) => isMore || (isNarrow && isMoreWhereNarrow);
  return { row: all.filter((line) => !isUnderMore(line)), more: all.filter(isUnderMore) };
}
