// The pipes between boxes, each as wide as people are many, with an arrowhead where it arrives.
import type { Pipe } from './layout/pipes.ts';

export function PipeLines({ pipes }: { pipes: readonly Pipe[] }) {
  return (
    <g className="scene-pipes" aria-hidden="true">
      {pipes.map((pipe) => (
        <path key={`${pipe.from}>${pipe.to}`} d={pipe.path} strokeWidth={pipe.widthPx} />
      ))}
      {pipes.map((pipe) => {
        const [, , , , cx, , x, y] = pipe.curves.at(-1)!;
        const size = 5 + pipe.widthPx / 3;
        const back = cx < x ? -size * 1.3 : size * 1.3;
        return (
          <polygon
            key={`${pipe.from}>${pipe.to}`}
            points={`${x},${y} ${x + back},${y - size} ${x + back},${y + size}`}
          />
        );
      })}
    </g>
  );
}
