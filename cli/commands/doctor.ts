// `onward doctor`: what this machine has, what is missing, and what to do about it.
import { engineVersion } from '../engine-print.ts';
import { version } from '../house.ts';
import { type Given, isOn } from '../arguments.ts';
import { browserFound, pageBuilt, redisFound } from '../doctor/beside.ts';
import { engineWorks } from '../doctor/engine-works.ts';
import type { Finding } from '../doctor/finding.ts';
import { coresHere, foldersHere, memoryHere, nodeHere } from '../doctor/this-machine.ts';

const MISSING = 1;

export async function command(given: Given): Promise<number> {
  const findings = [
    nodeHere(),
    ...(await engineWorks()),
    memoryHere(),
    coresHere(),
    ...foldersHere(),
    pageBuilt(),
    await browserFound(),
    await redisFound(),
  ];
  const isReady = findings.every(({ status }) => status !== 'missing');
  process.stdout.write(isOn(given, 'json') ? jsonOf(findings, isReady) : textOf(findings, isReady));
  return isReady ? 0 : MISSING;
}

const jsonOf = (findings: readonly Finding[], isReady: boolean): string =>
  `${JSON.stringify({ tool: 'onward', version: version(), engine: engineVersion, isReady, findings }, null, 2)}\n`;

function textOf(findings: readonly Finding[], isReady: boolean): string {
  const width = Math.max(...findings.map(({ id }) => id.length));
  const lines = findings.flatMap(({ id, status, found, todo }) => [
    `  ${status.padEnd(7)}  ${id.padEnd(width)}  ${found}`,
    ...(todo === '' ? [] : [`  ${' '.repeat(9 + width)}  ${todo}`]),
  ]);
  const end = isReady ? 'Everything that Onward needs is here.' : 'Something that Onward needs is missing.';
  return `${lines.join('\n')}\n${end}\n`;
}
