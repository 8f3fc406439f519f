// The pipes between boxes, wider where more people go, with an arrowhead at the end.
import type { Pipe } from './layout/pipes.ts';

export function PipeLines({ pipes }: { pipes: readonly Pipe[] }) {
  return (
    <g className="scene-pipes" aria-hidden="true">
      {pipes.map((pipe) => (
        <path key={`${pipe.from}>${pipe.to}`} d={pipe.path} strokeWidth={pipe.widthPx} />
      ))}
      {/* Where it goes too fast for anybody to be seen on the way. */}
      {pipes.map((pipe) => (
        <path
          key={`${pipe.from}>${pipe.to}`}
          className="scene-flow"
          d={pipe.path}
          strokeWidth={Math.max(1.5, pipe.widthPx * 0.45)}
        />
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
