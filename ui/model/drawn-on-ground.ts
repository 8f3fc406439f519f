// Whether a document can be drawn on the ground: it says where people live, and where more than one service is.
import type { Model } from '../../engine/index.ts';

export const canBeOnTheGround = ({ attributes = {}, stations }: Model): boolean =>
  Object.values(attributes).some(({ where }) => where !== undefined) &&
  Object.values(stations).filter(({ lonLat }) => lonLat !== undefined).length > 1;
