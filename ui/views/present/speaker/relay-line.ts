// One end of a room of the server's relay: hears and says, and tries again where the network is lost.
import type { FromPhone, ToPhone, ToStage } from './speaker.ts';

type Words = ToPhone | FromPhone | ToStage;

const AGAIN_MILLISECONDS = 2000;
/** The server says something every ten seconds. */
const SILENCE_MILLISECONDS = 35_000;
const MOST_TO_SAY_MILLISECONDS = 20_000;

interface Ears<In> {
  heard(words: In): void;
  /** The other end is there, or is not. */
  reached?(is: boolean): void;
  /** On the laptop: so many phones listen now. */
  phones?(count: number): void;
}

export interface Line<Out> {
  postMessage(words: Out): void;
  close(): void;
}

/** Undefined for what is no JSON: whoever has the code of the room can send anything. */
function readWords(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}

/** Of some the newest says all that there is to say. */
function kindOf(words: Words): string | undefined {
  if ('choice' in words) return 'path' in words.choice ? words.choice.path : undefined;
  return ['told', 'choices'].find((kind) => kind in words);
}

export function openLine<In, Out extends Words>(
  room: string,
  { heard, reached, phones }: Ears<In>,
  as?: 'laptop',
): Line<Out> {
  const address = `./relay/${room}${as ? `?as=${as}` : ''}`;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout>;
  let isReached = false;
  let isClosed = false;
  let isSaying = false;
  let toSay: Out[] = [];

  const listen = () => {
    source = new EventSource(address);
    source.addEventListener('open', () => {
      alive();
      isReached = true;
      reached?.(true);
    });
    source.addEventListener('beat', alive);
    source.addEventListener('phones', ({ data }) => phones?.(Number(data)));
    source.addEventListener('message', ({ data }) => {
      alive();
      const words = readWords(data as string);
      if (words !== undefined) heard(words as In);
    });
    source.addEventListener('error', again);
  };
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(again, SILENCE_MILLISECONDS);
  };
  const again = () => {
    source.close();
    clearTimeout(timer);
    // What was pressed in vain must not all happen at once later.
    toSay = [];
    if (isClosed) return;
    isReached = false;
    reached?.(false);
    phones?.(0);
    timer = setTimeout(listen, AGAIN_MILLISECONDS);
  };
  /** One after the other, so that they arrive in their order. */
  const sayAll = async () => {
    isSaying = true;
    for (let words = toSay.shift(); words; words = toSay.shift()) if (!(await isPassedOn(words))) again();
    isSaying = false;
  };
  const isPassedOn = (words: Out): Promise<boolean> =>
    fetch(address, {
      method: 'POST',
      body: JSON.stringify(words),
      signal: AbortSignal.timeout(MOST_TO_SAY_MILLISECONDS),
    }).then(
      ({ status }) => status !== 404,
      () => false,
    );

  // What a phone heard last before it slept may be long ago, though its connection looks whole.
  const wake = () => {
    if (as || document.visibilityState === 'hidden') return;
    source.close();
    clearTimeout(timer);
    listen();
  };
  document.addEventListener('visibilitychange', wake);

  listen();
  return {
    postMessage(words) {
      if (!isReached) return;
      const kind = kindOf(words);
      if (kind) toSay = toSay.filter((earlier) => kindOf(earlier) !== kind);
      toSay.push(words);
      if (!isSaying) void sayAll();
    },
    close() {
      isClosed = true;
      document.removeEventListener('visibilitychange', wake);
      again();
    },
  };
}
