// Lines and bands as paths. No points make no path, because an empty drawing is an error to a browser.

/** Each point as `x,y`. */
export type Points = readonly string[];

export const lineThrough = (points: Points): string | undefined =>
  points.length === 0 ? undefined : `M${points.join('L')}`;

/** Along the upper edge and back along the lower one. */
export const bandBetween = (high: Points, low: Points): string | undefined =>
  high.length === 0 || low.length === 0 ? undefined : `${lineThrough([...high, ...low.toReversed()])}Z`;
