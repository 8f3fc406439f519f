// "Use a phone as well": the code that opens this window on a phone, offered only where the page's server was started for it.
import { useEffect, useId, useState } from 'react';
import { codeToScan } from '../../../parts/take-away/code-to-scan.ts';
import { addressesForPhone, linkForPhone } from './phone-room.ts';
import { usePhone, type InWindow } from './use-phone.ts';

export function PhoneBeside(props: InWindow) {
  const [addresses, setAddresses] = useState<readonly string[]>();
  useEffect(() => {
    let isWanted = true;
    void addressesForPhone().then((found) => isWanted && setAddresses(found));
    return () => void (isWanted = false);
  }, []);
  return addresses && <Offered {...props} addresses={addresses} />;
}

function Offered({ addresses, ...inWindow }: InWindow & { readonly addresses: readonly string[] }) {
  const { room, phones, turn } = usePhone(inWindow);
  if (addresses.length === 0)
    return (
      <p className="speaker-phone">To use a phone as well, join a network that it is on and open this window again.</p>
    );
  return (
    <section className="speaker-phone" aria-label="Phone">
      <p>
        <button type="button" onClick={() => turn(room === undefined)}>
          {room === undefined ? 'Use a phone as well' : 'Stop using a phone'}
        </button>{' '}
        <output>{room !== undefined && sayPhones(phones)}</output>
      </p>
      {room !== undefined && <Code key={String(phones > 0)} isOpen={phones === 0} addresses={addresses} room={room} />}
    </section>
  );
}

function sayPhones(count: number): string {
  if (count === 0) return 'No phone is connected.';
  return count === 1 ? 'A phone is connected.' : `${count} phones are connected.`;
}

interface CodeProps {
  readonly isOpen: boolean;
  readonly addresses: readonly string[];
  readonly room: string;
}

/** It makes room when a phone has come. */
function Code({ isOpen, addresses, room }: CodeProps) {
  const id = useId();
  const [address, setAddress] = useState(addresses[0]);
  const [code, setCode] = useState<string>();
  const link = linkForPhone(address, room);
  useEffect(() => {
    let isWanted = true;
    codeToScan(link).then(
      (made) => isWanted && setCode(made),
      // The link is there in words.
      () => {},
    );
    return () => void (isWanted = false);
  }, [link]);
  return (
    <details open={isOpen}>
      <summary>The code for the phone</summary>
      <div className="speaker-code">
        {code !== undefined && <img src={code} alt="A code to scan that opens this window on a phone" />}
        <div>
          <p>
            Scan this with a phone that is on the same network, or open this address there: <code>{link}</code>
          </p>
          {addresses.length > 1 && (
            <fieldset>
              <legend>If the phone does not reach it, try another address</legend>
              {addresses.map((one) => (
                <label key={one}>
                  <input type="radio" name={id} checked={one === address} onChange={() => setAddress(one)} />
                  {one}
                </label>
              ))}
            </fieldset>
          )}
          <p>Set the phone so that it does not lock itself during the talk.</p>
          <p>Whoever has this code can drive the talk, so keep it off the screen that the hall sees.</p>
        </div>
      </div>
    </details>
  );
}
