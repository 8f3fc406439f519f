// Which scripts may be started: a worker or the offline script of this very page, and nothing else (the page's Trusted Types policy).

/** The standard library knows no Trusted Types yet, and neither does every browser. */
interface Policy {
  createScriptURL(address: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The only name that the page's Content-Security-Policy allows, once. */
const NAME = 'onward';

let policy: Policy | undefined;

/** The address as a browser wants to have it where it asks for proof; throws for a script that is not this page's own. */
export function ownScript(address: string | URL): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy(NAME, { createScriptURL: checked }) ?? { createScriptURL: checked };
  return policy.createScriptURL(new URL(address, document.baseURI).href);
}

/** From a disk a worker is made of a text within the page, which is then the only thing that may be started. */
function checked(address: string): string {
  const isText = document.documentElement.dataset.page === 'one-file';
  const from = isText ? 'blob:' : new URL('./', document.baseURI).href;
  if (!address.startsWith(from)) throw new TypeError(`${address} is no script of this page.`);
  return address;
}

/** `address`: that of a file beside the one that asks, written so that the build knows it (see workersOfOneBuild in vite.config.ts). */
export function ownWorker(address: string | URL): Worker {
  const script = ownScript(address);
  return new Worker(script, String(address).startsWith('blob:') ? {} : { type: 'module' });
}
