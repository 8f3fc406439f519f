// The Word paper by itself, for a view that prints the same: one button, its progress, and what was saved.
import { useState } from 'react';
import { useStore } from 'zustand';
import { saveWord } from '../../export/files.ts';
import { Make } from '../../export/make.tsx';
import { useWork, Working } from '../../export/work.tsx';
import { results } from '../../state/results.ts';
import './export.css';

export function WordPaper() {
  const isDone = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const [said, say] = useState('');
  const work = useWork(say);
  return (
    <>
      <Make work={work} isReady={isDone} what="The Word paper" task={saveWord}>
        Save as a Word paper
      </Make>
      <Working work={work} />
      <output>{said}</output>
    </>
  );
}
