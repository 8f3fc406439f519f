// Lets a listener hear what a worker would say, without a worker.
import type { Listener } from '../../ui/worker/client.ts';
import type { PageReply } from '../../ui/worker/protocol.ts';

export function hear(replies: Iterable<PageReply | undefined>, listener: Listener): void {
  for (const reply of replies)
    if (reply?.type === 'done') listener.done?.();
    else if (reply) listener.reply(reply);
}
