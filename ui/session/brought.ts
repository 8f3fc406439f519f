// What a link brings besides names: a document, what was entered in one, options of its own. Each is opened if it is sound, and refused in words if not.
import type { Model } from '../../engine/index.ts';
import { withOwnOf } from '../address/own-in-link.ts';
import { carriedOf } from '../address/carried.ts';
import { documentIn, refused } from '../address/to-carry.ts';
import { notices } from '../state/notices.ts';

type Open = (text: string, refused?: (why: readonly string[]) => void) => Promise<boolean>;

const say = (problem: string) => notices.say('About the model in this link', [problem]);

/** Says whether the document is open. Where it cannot be used the link is followed without it. */
export async function openDocument(hash: string, here: Model | undefined, open: Open): Promise<boolean | 'here'> {
  if (here && isCarriedBy(hash, here)) return 'here';
  const brought = await documentIn(hash);
  if (!brought) return false;
  if ('text' in brought) return open(brought.text, ([why = '']) => say(refused(why)));
  say(brought.problem);
  return false;
}

/** The document that a link names with the options that it brings; where one does not fit, it is opened without them. */
export async function openWithOwn(hash: string, model: Model, open: Open): Promise<boolean> {
  const other = withOwnOf(hash, model);
  if (!other) return false;
  const isOpen = await open(JSON.stringify(other));
  if (!isOpen)
    notices.say('About this link', ['The options that it brings do not fit this model. They were left out.']);
  return isOpen;
}

/** Whether a document on the page is the one that a link brings: then it stays. */
export function isCarriedBy(hash: string, model: Model): boolean {
  const carried = carriedOf(model);
  return (
    carried !== undefined &&
    hash.includes(`&${carried.join('=')}&`) &&
    (carried[0] === 'z' || withOwnOf(hash, model) === undefined)
  );
}
