// Words from a phone or a private window: whatever comes down the line is one of its messages, or passed over.
import { fromPhone, toStage } from '../../../ui/views/present/speaker/heard.ts';
import { jsonKind, readJson } from '../kinds/json.ts';
import { Broken, bytesOf, type Target } from '../target.ts';

const choices = [
  { command: 'next' },
  { hello: true },
  { restart: true },
  { ask: 'document' },
  { choice: { picture: 'both' } },
  { choice: { path: 'stations.ward.beds', value: 3 } },
  { choice: { condition: 'winter', isOn: true } },
  { choice: { record: { title: 'Now', notes: '' } } },
];
export const phone: Target = {
  name: 'phone',
  kind: jsonKind({
    keys: 'command hello bye ask choice picture option spotlight year condition isOn daysPerSecond path value record title notes story moved restart __proto__'.split(
      ' ',
    ),
    values: ['next', 'black', 'bad', 'map', 'as it was', 'back', 30, 0.5, true],
  }),
  seeds: () => choices.map((one) => bytesOf(JSON.stringify(one))),
  answer(input) {
    const words = readJson(input);
    for (const heard of [toStage(words), fromPhone(words)])
      if (heard && Object.keys(heard).length === 0) throw new Broken('an empty message is heard');
    return {
      isAccepted: toStage(words) !== undefined,
      said: [{ place: 'the line', words: ['It is heard or passed over.'] }],
    };
  },
};
