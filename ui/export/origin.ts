// Where the open model comes from: shipped with Onward and unchanged in meaning, or from the user's own file.
import { fingerprint, type Model } from '../../engine/index.ts';
import { isShipped, nameInTerminal, textOfModel } from '../model/shipped-models.ts';

/** A document of the same name with other numbers in it is another one. */
export const isAsShipped = async (model: Model): Promise<boolean> =>
  isShipped(model.id) && fingerprint(JSON.parse(await textOfModel(model.id))) === fingerprint(model);

/** What a terminal can find the model by: a name it knows, or the file that has to be saved first. */
export const nameForCommand = (model: Model, asShipped: boolean): string =>
  asShipped ? nameInTerminal(model.id) : `${model.id}.json`;

/** An address that other people can open: not a file, and not this computer's name for itself. */
export function isPublicAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$|\.localhost$/.test(hostname);
  return /^https?:$/.test(protocol) && !isHere;
}
