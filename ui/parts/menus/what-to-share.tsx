// What the Share menu gives of the screen: its link, its numbers, papers and pictures. Fetched when the menu is opened.
import { useState } from 'react';
import { useStore } from 'zustand';
import { linkNow } from '../../address/address-bar.ts';
import { copyText } from '../../ground/copy-text.ts';
import { results } from '../../state/results.ts';
import { weeks } from '../../state/weeks.ts';
import { saveNumbers } from '../take-away/save-numbers.ts';
import { TakeAway } from '../take-away/take-away.tsx';
import { LinkNeedsFile } from './link-needs-file.tsx';

export function WhatToShare() {
  const [said, setSaid] = useState('');
  const isThere = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  // Only then is it known whether they settle, and so may leave the page.
  const isJudged = useStore(weeks, (s) => s.isDone);
  return (
    <>
      <button type="button" onClick={() => void copy(linkNow()).then(setSaid)}>
        Copy link
      </button>
      <LinkNeedsFile />
      <button type="button" disabled={!isThere || !isJudged} onClick={() => setSaid(saveNumbers())}>
        Save numbers as JSON
      </button>
      <output>{said}</output>
      <TakeAway say={setSaid} />
    </>
  );
}

const copy = (link: string): Promise<string> =>
  copyText(link, 'Link', () => {
    history.replaceState(null, '', link);
    return 'the link is in the address bar.';
  });
