// The views of the page, a line each, in the order of the header. How each is fetched stands in app.tsx.

export interface ViewLine {
  readonly view: string;
  readonly name: string;
  /** It shows the model that is open, under the settings of the moment: its address carries them. */
  readonly isOfModel?: true;
  /** The menu of the header it stands in; without one it stands in the header itself. */
  readonly menu?: string;
}

export const views = [
  { view: 'start', name: 'Models' },
  { view: 'explore', name: 'Explore', isOfModel: true },
  { view: 'outcomes', name: 'Outcomes', isOfModel: true },
  { view: 'costs', name: 'Costs', isOfModel: true },
  { view: 'checks', name: 'Checks', menu: 'Help' },
  { view: 'method', name: 'Method', menu: 'Help' },
] as const satisfies readonly ViewLine[];

export type View = (typeof views)[number]['view'];

const lines: readonly (ViewLine & { readonly view: View })[] = views;

export const isOfModel = (view: View): boolean => lineOf(view).isOfModel ?? false;

export const lineOf = (view: View): ViewLine => lines.find((one) => one.view === view)!;

export interface HeaderMenu {
  readonly menu: string;
  readonly holds: readonly ViewLine[];
}

/** The header from left to right: a view, or a menu with those under it. */
export function headerOf(all: readonly ViewLine[] = lines): (ViewLine | HeaderMenu)[] {
  return all.flatMap((line, at): (ViewLine | HeaderMenu)[] => {
    if (line.menu === undefined) return [line];
    const holds = all.filter(({ menu }) => menu === line.menu);
    return all.findIndex(({ menu }) => menu === line.menu) === at ? [{ menu: line.menu, holds }] : [];
  });
}
