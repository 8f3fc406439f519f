// Buttons for a film of both futures: how long, and of which kind.
import { useId, useState } from 'react';
import { Make, type MakeProps } from '../../export/make.tsx';
import { saveFilm } from '../../export/pictures/save-film.ts';

const lengths = [5, 10, 20, 30, 60] as const;

export function MovingPicture(button: Pick<MakeProps, 'work' | 'isReady'>) {
  const id = useId();
  const [seconds, setSeconds] = useState<number>(10);
  return (
    <>
      <label htmlFor={`${id}-seconds`}>or a film of it beside today, from the day shown:</label>
      <select id={`${id}-seconds`} value={seconds} onChange={(event) => setSeconds(Number(event.target.value))}>
        {lengths.map((length) => (
          <option key={length} value={length}>
            {length} seconds
          </option>
        ))}
      </select>
      <Make {...button} what="The film" task={saveFilm('gif', seconds)}>
        GIF
      </Make>
      {'VideoEncoder' in window && (
        <Make {...button} what="The film" task={saveFilm('video', seconds)}>
          Video (MP4)
        </Make>
      )}
    </>
  );
}
