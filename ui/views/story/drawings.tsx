// The small drawings of the story: a bed with somebody in it, a house with a lit window, somebody standing, the hospital and the way home.
import './pictures.css';

/** What a mark means; the words beside it say the same. */
export type Tone = 'waits' | 'cared' | 'free' | 'other';

interface MarkProps {
  readonly tone: Tone;
}

/** An empty bed is an outline. Whoever waits in one is amber and has a clock. */
export const Bed = ({ tone }: MarkProps) => (
  <svg className={`story-mark ${tone}`} viewBox="0 0 44 30" aria-hidden="true">
    <path className="story-line" d="M3 5 V27 M3 21 H41 M41 14 V27" />
    {tone === 'free' ? (
      <rect className="story-hollow" x="6" y="14" width="34" height="7" rx="3" />
    ) : (
      <>
        <circle className="story-skin" cx="11" cy="12" r="4.5" />
        <path className="story-fill" d="M16 20 V14 Q16 10 21 10 L35 13 Q40 14 40 18 V20 Z" />
      </>
    )}
    {tone === 'waits' && (
      <g className="story-clock">
        <circle cx="33" cy="7" r="6" />
        <path d="M33 3.5 V7 L35.5 8.5" />
      </g>
    )}
  </svg>
);

/** Somebody cared for at home lights a window. */
export const House = ({ tone }: MarkProps) => (
  <svg className={`story-mark ${tone}`} viewBox="0 0 44 30" aria-hidden="true">
    <path className={tone === 'free' ? 'story-hollow' : 'story-fill'} d="M10 14 L22 3 L34 14 V28 H10 Z" />
    <path className="story-line" d="M6 17 L22 2.5 L38 17" />
    {tone !== 'free' && <rect className="story-window" x="18" y="16" width="8" height="8" rx="1" />}
  </svg>
);

export const Person = ({ tone }: MarkProps) => (
  <svg className={`story-mark story-person ${tone}`} viewBox="0 0 20 30" aria-hidden="true">
    <circle className={tone === 'free' ? 'story-hollow' : 'story-skin'} cx="10" cy="6.5" r="4.5" />
    <path
      className={tone === 'free' ? 'story-hollow' : 'story-fill'}
      d="M3 28 V19 Q3 12.5 10 12.5 Q17 12.5 17 19 V28 Z"
    />
  </svg>
);

/** The hospital on the left, home on the right, and a way between them that is not always open. */
export const WayHome = () => (
  <svg className="story-way-home" viewBox="0 0 360 150" aria-hidden="true">
    <path className="story-ground" d="M0 132 H360" />
    <rect className="story-wall" x="18" y="34" width="104" height="98" rx="4" />
    <path className="story-roof" d="M18 40 Q18 34 24 34 H116 Q122 34 122 40 V48 H18 Z" />
    {[0, 1, 2].map((row) =>
      [0, 1, 2, 3].map((column) => (
        <rect
          key={`${row} ${column}`}
          className={(row * 4 + column) % 5 === 2 ? 'story-window lit' : 'story-window'}
          x={29 + column * 22}
          y={57 + row * 22}
          width="14"
          height="14"
          rx="1.5"
        />
      )),
    )}
    <path className="story-path" d="M124 130 C170 130 176 104 214 112 S252 132 274 130" />
    <g transform="translate(176 66) scale(1.55)">
      <circle className="story-skin" cx="10" cy="6.5" r="4.5" />
      <path className="story-hair" d="M5 6.5 A5 5 0 0 1 15 6.5 Q10 3.4 5 6.5 Z" />
      <path className="story-coat" d="M3 28 V19 Q3 12.5 10 12.5 Q17 12.5 17 19 V28 Z" />
      <path className="story-stick" d="M19.5 17 Q22 14.5 22 18 V28" />
    </g>
    <path className="story-home" d="M276 86 L312 54 L348 86 V132 H276 Z" />
    <path className="story-eaves" d="M270 91 L312 52 L354 91" />
    <rect className="story-window lit" x="286" y="92" width="18" height="18" rx="1.5" />
    <rect className="story-door" x="318" y="98" width="16" height="34" rx="1.5" />
  </svg>
);
