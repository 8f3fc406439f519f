// A route with its share: the line, and its words where no box of the drawing hides them.
import { BaseEdge, getBezierPath, useStore, type EdgeProps } from '@xyflow/react';
import { labelPlace } from './label-place.ts';
import { NODE } from './places.ts';

export function RouteEdge({ id, label, style, markerEnd, interactionWidth, ...ends }: EdgeProps) {
  const [path] = getBezierPath(ends);
  const words = typeof label === 'string' ? label : '';
  // As text, so that whatever else moves draws this one no more than before.
  const place = useStore(({ nodes }) =>
    words === ''
      ? '0 0'
      : labelPlace(
          path,
          words.length,
          nodes.map(({ position }) => ({ ...position, ...NODE })),
        ).join(' '),
  );
  const [labelX, labelY] = place.split(' ').map(Number);
  return <BaseEdge {...{ id, path, label, labelX, labelY, style, markerEnd, interactionWidth }} />;
}
