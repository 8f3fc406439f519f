// Frames into an animated GIF: one palette for all of them, and of each frame only what has changed.
import { applyPalette, GIFEncoder, quantize } from 'gifenc';

export interface GifMaker {
  /** RGBA, as a canvas gives it. */
  add(pixels: Uint8ClampedArray): void;
  end(): Uint8Array<ArrayBuffer>;
}

/** The map has few colours; the last of a palette stands for "as before". */
const MOST_COLOURS = 63;

/** `first` gives the colours, so it should be a frame with people of every kind in it. */
export function gifMaker(width: number, height: number, framesPerSecond: number, first: Uint8ClampedArray): GifMaker {
  const encoder = GIFEncoder();
  const colours = quantize(first, MOST_COLOURS);
  const same = colours.length;
  const palette = [...colours, [0, 0, 0]];
  let before: Uint8Array | undefined;
  return {
    add(pixels) {
      const indexes = applyPalette(pixels, colours);
      const shown = before ? indexes.map((index, at) => (index === before![at] ? same : index)) : indexes;
      const delay = 1000 / framesPerSecond;
      encoder.writeFrame(shown, width, height, {
        delay,
        dispose: 1,
        transparent: true,
        transparentIndex: same,
        ...(!before && { palette }),
      });
      before = indexes;
    },
    end() {
      encoder.finish();
      return encoder.bytes();
    },
  };
}
