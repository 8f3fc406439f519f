// A code to scan that opens this very screen on a phone, where the page has an address that a phone can reach.
import { useEffect, useState } from 'react';
import { linkNow } from '../address.ts';
import { isPublicAddress } from './origin.ts';

export function QrCode() {
  const [link, setLink] = useState<string>();
  if (!isPublicAddress(location.href)) return null;
  return (
    <fieldset>
      <legend>On a phone</legend>
      <button type="button" aria-expanded={link !== undefined} onClick={() => setLink(link ? undefined : linkNow())}>
        {link ? 'Hide the code' : 'Show a code to scan'}
      </button>
      {link && <Code link={link} />}
    </fieldset>
  );
}

function Code({ link }: { readonly link: string }) {
  const [cells, setCells] = useState<readonly (readonly boolean[])[]>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    import('uqr')
      .then(
        ({ encode }) => setCells(encode(link, { ecc: 'M', border: 4 }).data),
        () => setProblem('The code could not be made. Copy the link instead.'),
      )
      .catch(() => setProblem('This link is too long for a code. Copy it instead.'));
  }, [link]);
  if (!cells) return <p>{problem}</p>;
  const path = cells.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x},${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${cells.length} ${cells.length}`}
      role="img"
      aria-label={`A code for ${link}`}
    >
      <rect width="100%" height="100%" className="qr-light" />
      <path d={path} className="qr-dark" />
    </svg>
  );
}
