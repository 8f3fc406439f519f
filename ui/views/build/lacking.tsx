// What is missing or wrong at one path of the drawing, said where it can be mended.
import { sayMissing } from '../../words/draft.ts';
import { isError, type Drawing } from './use-drawing.ts';

interface LackingProps {
  readonly drawing: Drawing;
  readonly path: string;
}

export const Lacking = ({ drawing: { draft, problems }, path }: LackingProps) =>
  problems
    .filter((problem) => problem.path === path && isError(problem))
    .map((problem) => (
      <p key={problem.found + problem.expected} className="build-lacks">
        {sayMissing(draft, problem)}
      </p>
    ));
