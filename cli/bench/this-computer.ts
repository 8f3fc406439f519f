// The computer that figures are measured on, in one line.
import { cpus } from 'node:os';

export const thisComputer = (): string =>
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
