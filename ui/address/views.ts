// The views of the page, a line each, in the order of the header. app.tsx says how each is fetched.

export interface ViewLine {
  readonly view: string;
  readonly name: string;
  /** It shows the model that is open, under the settings of the moment: its address carries them. */
  readonly isOfModel?: true;
  /** The menu of the header that holds it; without one it is in the header itself. */
  readonly menu?: string;
  /** It has the whole screen, without the header. */
  readonly isStage?: true;
  /** Another view opens it; the header does not list it. */
  readonly isUnlisted?: true;
}

export const views = [
  { view: 'start', name: 'Models' },
  { view: 'explore', name: 'Explore', isOfModel: true },
  { view: 'compare', name: 'Compare', isOfModel: true },
  { view: 'outcomes', name: 'Outcomes', isOfModel: true },
  { view: 'costs', name: 'Costs', isOfModel: true },
  { view: 'present', name: 'Present', isOfModel: true, isStage: true },
  { view: 'assumptions', name: 'Assumptions', isOfModel: true },
  { view: 'data', name: 'Data', isOfModel: true },
  { view: 'report', name: 'Report', isOfModel: true },
  { view: 'help', name: 'Words and keys', menu: 'Help' },
  { view: 'checks', name: 'Checks', menu: 'Help' },
  { view: 'method', name: 'Method', menu: 'Help' },
  { view: 'speaker', name: 'Speaker window', isStage: true, isUnlisted: true },
] as const satisfies readonly ViewLine[];

export type View = (typeof views)[number]['view'];

type Line = ViewLine & { readonly view: View };
const lines: readonly Line[] = views;

/** Those that can be gone to from anywhere. */
export const listed: readonly Line[] = lines.filter(({ isUnlisted }) => !isUnlisted);

export const isOfModel = (view: View): boolean => lineOf(view).isOfModel ?? false;

export const lineOf = (view: View): ViewLine => lines.find((one) => one.view === view)!;

export interface HeaderMenu {
  readonly menu: string;
  readonly holds: readonly ViewLine[];
}

/** The header from left to right: a view, or a menu with those under it. */
export function headerOf(all: readonly ViewLine[] = listed): (ViewLine | HeaderMenu)[] {
  return all.flatMap((line, at): (ViewLine | HeaderMenu)[] => {
    if (line.menu === undefined) return [line];
    const holds = all.filter(({ menu }) => menu === line.menu);
    return all.findIndex(({ menu }) => menu === line.menu) === at ? [{ menu: line.menu, holds }] : [];
  });
}
