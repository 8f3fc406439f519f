// Compiles who people are: shares of needs by stream and trait, and of the values of attributes by stream.
import type { Model } from '../model/document.ts';
import type { Stream } from '../model/document/people.ts';
import { addressOf } from '../ground/ids.ts';
import type { NetworkAttribute } from './network.ts';
import { forWho, whoIs, type Traits } from '../model/who.ts';

/** By trait, then need. */
export function needShares(stream: Stream, needIds: readonly string[], traits: Traits): number[] {
  return Array.from({ length: traits.count }, (_, trait) => {
    const shares = forWho<Record<string, number>>(stream.shares, whoIs('', traits, trait));
    return needIds.map((id) => (shares ? (shares[id] ?? 0) : 1 / needIds.length));
  }).flat();
}

export function networkAttributes(model: Model, traits: Traits, streamIds: readonly string[]): NetworkAttribute[] {
  let stride = traits.streams.length === 0 ? 1 : traits.streams.length + 1;
  const result: NetworkAttribute[] = [];
  for (const { id, values } of [...traits.attributes].reverse()) {
    const sharesFor = (stream: string | null) => {
      const shares = forWho<Record<string, number>>(model.attributes![id].shares, {
        need: '',
        stream,
        attributes: {},
      })!;
      return values.map((value) => shares[value] ?? 0);
    };
    result.unshift({
      id,
      values,
      valueHash: Int32Array.from(values, (value) => addressOf(`${id} ${value}`)),
      stride,
      shares: Float64Array.from([...streamIds, null].flatMap(sharesFor)),
    });
    stride *= values.length;
  }
  return result;
}
