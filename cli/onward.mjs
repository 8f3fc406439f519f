#!/usr/bin/env node
// The `onward` command: sees that dist/cli is built from today's sources, then hands over to it.
import { isInstalled } from '../tools/install.mjs';

if (!isInstalled()) {
  console.error('The packages Onward needs are not installed. Run `npm start` or `npm test` once in its folder.');
  process.exit(2);
}
const { build } = await import('../tools/build.mjs');
await build('cli');
await import('../dist/cli/main.js');
