// `npm start`: install if needed, build if needed, serve, and print the address.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Plain, prepare, root, run } from './install.mjs';

await run(async () => {
  const { host, port, isWithPhone } = settings();
  await prepare();
  const { build } = await import('./build.mjs');
  const { serve } = await import('./serve.mjs');
  if (await build('ui')) console.log('Built the page.');
  const { addressesAt, relay } = await import('./relay.mjs');
  const first = isWithPhone ? relay(() => addressesAt(host)) : undefined;
  const { url, close } = await serve({ folder: join(root, 'dist/ui'), host, port, first });
  const here = url.replace('//0.0.0.0:', '//127.0.0.1:');
  console.log(`Onward is at ${here} — press Ctrl-C to stop`);
  if (isWithPhone) console.log(aboutPhone(addressesAt(host).map((address) => url.replace(host, address))));

  const stop = () => close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (process.env.npm_lifecycle_event) stopWithParent(stop);
});

/** npm passes a signal to the shell between us and not to us: without this, a stopped `npm start` would leave its server behind. */
function stopWithParent(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
}

function aboutPhone(urls) {
  const where =
    urls.length > 0
      ? `On the local network this computer is at ${urls.join(' and ')}`
      : 'This computer is on no network now: join one that the phone is on too.';
  return `
For a phone: open Present here, then its private window, and press "Use a phone as well".
${where}
While this runs, everybody on that network can open the page. Only those who have the code from the private window
can drive the talk. What is sent is not encrypted, so use a network that you trust.`;
}

function settings() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, host: { type: 'string' }, phone: { type: 'boolean', default: false } },
    });
    const port = Number(values.port ?? 4173);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new Error(`--port must be from 0 to 65535, not ${values.port}`);
    return { port, host: values.host ?? (values.phone ? '0.0.0.0' : '127.0.0.1'), isWithPhone: values.phone };
  } catch (error) {
    throw new Plain(`${error.message}\nUsage: npm start -- [--port 4173] [--host 127.0.0.1] [--phone]`);
  }
}
