// A button that makes a file.
import type { Task, Work } from './work.tsx';

export interface MakeProps {
  readonly work: Work;
  readonly isReady: boolean;
  /** In sentences: "The workbook could not be made". */
  readonly what: string;
  readonly task: Task;
  readonly children: React.ReactNode;
}

/** Greyed while the numbers are coming, or while another file is being made. */
export const Make = ({ work, isReady, what, task, children }: MakeProps) => (
  <button type="button" disabled={!isReady || work.going !== undefined} onClick={() => work.begin(what, task)}>
    {children}
  </button>
);
