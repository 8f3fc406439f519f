// What only some things need: the built page, a browser for the tests, Redis for a queue.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BadCommand } from '../bad-command.ts';
import { readAddress } from '../fleet/address.ts';
import { ownFolder } from '../house.ts';
import { type Finding, good, missing, reason, without } from './finding.ts';

export const pageBuilt = (): Finding =>
  existsSync(join(ownFolder, 'dist/ui/index.html'))
    ? good('page', 'the page is built')
    : without('page', 'the page is not built', 'npm start builds it, and prints its address.');

/** These files are beside the terminal and no part of what is built, so they are loaded by their place. */
const tool = async (name: string): Promise<Record<string, () => unknown>> =>
  import(/* @vite-ignore */ pathToFileURL(join(ownFolder, 'tools', name)).href);

export async function browserFound(): Promise<Finding> {
  const todo =
    'The page opens in any browser of your own. The tests need a Chromium: npm test installs one where it can, or name it in CHROME_PATH.';
  try {
    const path = await (await tool('browser.mjs')).findBrowser();
    return path ? good('browser', 'a Chromium for the tests') : without('browser', 'no Chromium for the tests', todo);
  } catch (error) {
    return without('browser', `no Chromium for the tests: ${reason(error)}`, todo);
  }
}

/** `queue`: as ONWARD_QUEUE has it. Then it is needed, because every command asks it. */
export async function redisFound(queue = process.env.ONWARD_QUEUE): Promise<Finding> {
  if (queue !== undefined && queue !== '' && queue !== 'none') return queueAnswers(queue);
  const todo =
    'Only a queue of several computers needs it: install redis-server there, and name its address in --queue.';
  try {
    const path = (await tool('redis.mjs')).findRedis();
    return path ? good('redis', 'a Redis server is installed') : without('redis', 'no Redis server here', todo);
  } catch (error) {
    return without('redis', `no Redis server here: ${reason(error)}`, todo);
  }
}

async function queueAnswers(queue: string): Promise<Finding> {
  try {
    const { connect } = await import('../fleet/redis.ts');
    (await connect(readAddress(queue))).disconnect();
    return good('redis', 'the queue that ONWARD_QUEUE names answers');
  } catch (error) {
    const [first] = error instanceof BadCommand ? error.problems : [];
    const why = first === undefined ? reason(error) : first.found;
    return missing('redis', `ONWARD_QUEUE: ${why}`, `${first?.hint ?? ''} Or take ONWARD_QUEUE away.`.trim());
  }
}
