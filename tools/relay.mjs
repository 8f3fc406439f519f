// Passes messages between the presenter's private window on this computer and the same window on a phone. Nothing is stored or logged.
import { networkInterfaces } from 'node:os';

const MOST_ROOMS = 8;
const MOST_PHONES = 4;
const MOST_BYTES = 256 * 1024;
/** Unread by a phone: it is asleep or gone, and hears the newest of everything when it comes back. */
const MOST_UNREAD_BYTES = 1024 * 1024;
/** Of one side of a room, and how many may come at once: a finger on a slider sends a few dozen a second. */
const MOST_MESSAGES_A_SECOND = 100;
const MOST_MESSAGES_AT_ONCE = 300;
/** A phone whose room was closed asks again every two seconds; whoever tries names asks more often. */
const MOST_WRONG_NAMES_A_MINUTE = 120;
const MOST_ADDRESSES = 10_000;
/** So that both ends see when the other has gone without a word. */
const BEAT_MILLISECONDS = 10_000;

/** Bridges and tunnels of programs on this computer: a phone seldom reaches it by them. */
const isVirtual = (name) => /^(docker|br-|veth|virbr|vbox|vmnet|vethernet|tun|tap|utun|wg|zt|tailscale)/i.test(name);

/** This computer's addresses on its networks, where it listens at all of them; those that a phone is likely to reach first. */
export function addressesAt(host) {
  if (host !== '0.0.0.0') return [host];
  const found = Object.entries(networkInterfaces()).flatMap(([name, all = []]) =>
    all
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, order: isVirtual(name) || address.startsWith('169.254.') ? 1 : 0 })),
  );
  return found.toSorted((a, b) => a.order - b.order).map(({ address }) => address);
}

/**
 * Answers `?relay` and `relay/ROOM`, for the hook `first` of the server. A room is there as long as the private window that opened it
 * listens. Only this computer can open one, and whoever does not know its name, 128 random bits, can neither hear nor say anything.
 * A page of another site is refused, though it may run in a browser of this computer. `now`: in milliseconds, of any clock.
 */
export function relay(addresses, now = () => performance.now()) {
  /** By name: who listens in it. */
  const rooms = new Map();
  const everybody = () => [...rooms.values()].flatMap(({ laptop, phones }) => [laptop, ...phones]);
  const guesses = guessesOf(now);
  setInterval(() => everybody().forEach((one) => send(one, 'beat', '')), BEAT_MILLISECONDS).unref();

  return (request, response) => {
    const [path, query] = request.url.split('?');
    const [, name] = /^\/relay\/(.*)$/.exec(path) ?? [];
    if (name === undefined) {
      // To anybody else this is the page, as from a server without a relay.
      if (query !== 'relay' || !isFromHere(request) || isOfAnotherSite(request)) return false;
      return end(response, 200, JSON.stringify({ addresses: addresses() }), 'application/json');
    }
    if (isOfAnotherSite(request)) return end(response, 403, 'A page of another site cannot do this.');
    const isLaptop = query === 'as=laptop';
    const from = request.socket.remoteAddress;
    if (!isFromHere(request) && guesses.areTooMany(from))
      return end(response, 429, 'Too many rooms were asked for that are not there. Wait a minute.');
    if (!/^[0-9a-f]{32}$/.test(name)) return end(response, 400, 'A room is named by 32 hexadecimal digits.');
    if (isLaptop && !isFromHere(request))
      return end(response, 403, 'Only the computer that shows the talk can do this.');
    const room = rooms.get(name);
    if (!room) guesses.note(from);
    if (request.method === 'GET') return isLaptop ? open(name, room, response) : join(room, response);
    if (request.method !== 'POST') return end(response, 405, 'Only listening and saying something is possible here.');
    if (!room) return end(response, 404, NO_ROOM);
    if (!room.mayPass[isLaptop ? 'laptop' : 'phones']()) return end(response, 429, 'That was too much at once.');
    return passOn(request, response, () => (isLaptop ? [...room.phones] : [room.laptop]));
  };

  function open(name, room, response) {
    if (room) return end(response, 409, 'This room is open in another window.');
    if (rooms.size >= MOST_ROOMS) return end(response, 503, `No more than ${MOST_ROOMS} rooms can be open.`);
    const mayPass = { laptop: evenFlow(now), phones: evenFlow(now) };
    const opened = { laptop: response, phones: new Set(), mayPass };
    rooms.set(name, opened);
    return listen(response, () => {
      rooms.delete(name);
      opened.phones.forEach((phone) => phone.end());
    });
  }

  function join(room, response) {
    if (!room) return end(response, 404, NO_ROOM);
    if (room.phones.size >= MOST_PHONES) return end(response, 503, `No more than ${MOST_PHONES} phones can be used.`);
    const tell = () => send(room.laptop, 'phones', room.phones.size);
    room.phones.add(response);
    listen(response, () => {
      room.phones.delete(response);
      tell();
    });
    tell();
    return true;
  }
}

const NO_ROOM = 'There is no such room: it was closed on the computer that shows the talk.';

/** A connection from this computer to itself has one address at both ends. */
const isFromHere = ({ socket }) => socket.remoteAddress === socket.localAddress;

/** Where a browser says on whose behalf it asks, it is a page of this very server. */
function isOfAnotherSite({ headers = {} }) {
  const { origin, host, 'sec-fetch-site': site } = headers;
  const isOther = origin !== undefined && origin.replace(/^https?:\/\//, '') !== host;
  return isOther || site === 'cross-site' || site === 'same-site';
}

/** Says each time whether one more may pass: so many at once, and then so many a second. */
function evenFlow(now) {
  let [left, at] = [MOST_MESSAGES_AT_ONCE, now()];
  return () => {
    left = Math.min(MOST_MESSAGES_AT_ONCE, left + ((now() - at) / 1000) * MOST_MESSAGES_A_SECOND);
    at = now();
    return left >= 1 && left-- >= 1;
  };
}

/** How often each address named a room that is not there, in the minute that runs. */
function guessesOf(now) {
  const wrong = new Map();
  let until = 0;
  return {
    areTooMany: (address) => now() < until && (wrong.get(address) ?? 0) >= MOST_WRONG_NAMES_A_MINUTE,
    note(address) {
      if (now() >= until || wrong.size > MOST_ADDRESSES) {
        wrong.clear();
        until = now() + 60_000;
      }
      wrong.set(address, (wrong.get(address) ?? 0) + 1);
    },
  };
}

/** From now on `response` is a stream of server-sent events. */
function listen(response, onLeave) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(':\n\n');
  response.once('close', onLeave);
  return true;
}

function send(listener, event, data) {
  if (listener.destroyed || listener.writableEnded) return;
  listener.write(`event: ${event}\ndata: ${data}\n\n`);
  if (listener.writableLength > MOST_UNREAD_BYTES) listener.destroy();
}

function passOn(request, response, listeners) {
  const parts = [];
  let bytes = 0;
  request.on('data', (part) => {
    bytes += part.length;
    if (bytes <= MOST_BYTES) parts.push(part);
    // Whoever has not read the answer by then never will.
    else if (bytes > 4 * MOST_BYTES) request.destroy();
    else if (!response.headersSent) end(response, 413, `A message can have ${MOST_BYTES / 1024} kB at most.`);
  });
  request.on('end', () => {
    if (response.headersSent) return true;
    const message = Buffer.concat(parts).toString('utf8');
    if (message === '' || /[\r\n]/.test(message)) return end(response, 400, 'A message is one line of text.');
    listeners().forEach((one) => send(one, 'message', message));
    return end(response, 200, 'Passed on.');
  });
  request.on('error', () => response.destroy());
  return true;
}

function end(response, status, text, type = 'text/plain') {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
  return true;
}
