// A code to scan that opens this very screen on a phone, where the page has an address that a phone can reach.
import { useState } from 'react';
import { linkNow } from '../../address/address-bar.ts';
import { isPublicAddress } from '../../export/origin.ts';
import { codeToScan } from './code-to-scan.ts';

export function QrCode() {
  const [code, setCode] = useState<string>();
  const [problem, setProblem] = useState('');
  if (!isPublicAddress(location.href)) return null;

  async function show(): Promise<void> {
    try {
      setCode(await codeToScan(linkNow()));
      setProblem('');
    } catch {
      setProblem('This link is too long for a code. Copy the link instead.');
    }
  }

  return (
    <fieldset>
      <legend>On a phone</legend>
      <button
        type="button"
        aria-expanded={code !== undefined}
        onClick={() => (code === undefined ? void show() : setCode(undefined))}
      >
        {code === undefined ? 'Show a code to scan' : 'Hide the code'}
      </button>
      {code !== undefined && <img className="qr-code" src={code} alt="A code to scan that opens this screen" />}
      {problem !== '' && <p role="alert">{problem}</p>}
    </fieldset>
  );
}
