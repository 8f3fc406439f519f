// Simulates checks in a Web Worker of their own kind, fetched only by people who look at them.
import {
  checkGroups,
  checkModel,
  checkRequest,
  compile,
  judgeCheck,
  LEVEL,
  replicate,
  rowKeys,
  type Verified,
} from '../../engine/index.ts';
import type { CheckReply, CheckRequest } from './check-protocol.ts';

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  if (data.type === 'list') say({ type: 'listed', level: LEVEL, groups: listed() });
  else say({ type: 'judged', group: data.group, rows: judge(data) });
};

const say = (reply: CheckReply) => self.postMessage(reply);

const listed = () =>
  checkGroups().map((group) =>
    group.map(({ id, title, figure, formula, source, expected }) => ({ id, title, figure, formula, source, expected })),
  );

/** As the terminal does: checks of one group share their replications. */
function judge({ group, seed, replications }: Extract<CheckRequest, { type: 'judge' }>): Verified[] {
  const checks = checkGroups()[group];
  const model = checkModel(checks[0]);
  const program = compile(model, checkRequest(model));
  const values = Array.from({ length: replications }, (_, replication) => replicate(program, seed, replication));
  const keys = rowKeys(program);
  return checks.map((check) => judgeCheck(check, keys, values));
}
