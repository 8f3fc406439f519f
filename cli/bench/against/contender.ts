// A side of a comparison as the command sees it: a process that is asked, and that answers.
import { fork } from 'node:child_process';
import type { Begun, Memory, Asked, Answer } from './side.ts';
import type { Stretch } from '../timing.ts';

/** One of the builds cannot do what was asked, in words. */
export class CannotDo extends Error {}

export interface Contender {
  /** Makes ready for slices of one kind of work; says what the results are, in short, and what it does not know. */
  begin(kind: string, document: string): Promise<Begun>;
  slice(seconds: number): Promise<Stretch>;
  memory(document: string): Promise<Memory>;
  end(): void;
}

/** `program` is a file that `buildSide` wrote; `build` says which, in words. */
export function contender(program: string, build: string): Contender {
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  const ask = <A extends Answer>(asked: Asked): Promise<A> =>
    new Promise((resolve, reject) => {
      const hear = (answer: Answer) => {
        child.off('exit', lose);
        if ('failed' in answer) reject(new CannotDo(`${build} ${answer.failed}`));
        else resolve(answer as A);
      };
      const lose = (code: number | null, signal: string | null) => {
        child.off('message', hear);
        reject(new CannotDo(`the process of ${build} ended with ${signal ?? `code ${code}`}`));
      };
      child.once('message', hear).once('exit', lose);
      child.send(
        asked,
        (error) => error && reject(new CannotDo(`the process of ${build} cannot be asked: ${error.message}`)),
      );
    });
  return {
    begin: (kind, document) => ask<Begun>({ ask: 'begin', kind, document }),
    slice: (seconds) => ask<Stretch>({ ask: 'slice', seconds }),
    memory: (document) => ask<Memory>({ ask: 'memory', document }),
    end: () => void child.kill('SIGKILL'),
  };
}
