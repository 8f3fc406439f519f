// The sliders of places of services, of which a mix is made when nobody names its numbers.
import type { Control, Model } from '../../model/document.ts';

/** More make a picture that nobody can read a choice from. */
export const USUAL_LEVERS = 3;

export const placeSliders = (model: Model): Control[] =>
  (model.controls ?? []).filter(({ path }) => /^stations\.[^.]+\.(places|beds)$/.test(path));
