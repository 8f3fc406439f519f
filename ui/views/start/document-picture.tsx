// The picture of a document as an image with its words.
import { sayPicture } from '../../words/picture.ts';
import { pictureOf } from './picture.ts';
import type { Drawn } from '../../model/routes.ts';

/** With the names of the services where it is large. */
export function DocumentPicture({ of, isLarge = false }: { readonly of: Drawn; readonly isLarge?: boolean }) {
  const { width, height, fontSize, boxes, lines } = isLarge ? pictureOf(of, 400, 205, 12.5) : pictureOf(of, 200, 110);
  return (
    <figure className="document-picture">
      <figcaption className="hidden">{sayPicture(of)}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {lines.map((line) => (
          <path key={line} className="way" d={line} />
        ))}
        {boxes.map(({ id, kind, name, nameY, x, y, width: wide, height: tall, cells, cellSize, colour }) => (
          <g key={id} className={kind}>
            <rect x={x} y={y} width={wide} height={tall} rx={kind === 'exit' ? Math.min(wide, tall) / 3 : 3} />
            {name.map((line, at) => (
              <text key={line} x={x + wide / 2} y={nameY + at * fontSize * 1.15} fontSize={fontSize}>
                {line}
              </text>
            ))}
            {cells.map((cell) => (
              <rect
                key={`${cell.x} ${cell.y}`}
                className="place"
                x={cell.x - 0.4 * cellSize}
                y={cell.y - 0.4 * cellSize}
                width={0.8 * cellSize}
                height={0.8 * cellSize}
                style={{ fill: colour }}
              />
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}
