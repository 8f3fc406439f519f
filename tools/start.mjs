// `npm start`: install if needed, build if needed, serve, and print the address.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Plain, prepare, root, run } from './install.mjs';

await run(async () => {
  const { host, port } = settings();
  await prepare();
  const { build } = await import('./build.mjs');
  const { serve } = await import('./serve.mjs');
  if (await build('ui')) console.log('Built the page.');
  const { url, close } = await serve({ folder: join(root, 'dist/ui'), host, port });
  console.log(`Onward is at ${url} — press Ctrl-C to stop`);

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

function settings() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
    const port = Number(values.port ?? 4173);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new Error(`--port must be from 0 to 65535, not ${values.port}`);
    return { port, host: values.host };
  } catch (error) {
    throw new Plain(`${error.message}\nUsage: npm start -- [--port 4173] [--host 127.0.0.1]`);
  }
}
