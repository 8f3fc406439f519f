// Where a model comes from, what an address can be used for, and a page saved with its screen and its model inside.
import { describe, expect, it } from 'vitest';
import { isAsShipped, isPublicAddress, nameForCommand } from '../../ui/export/origin.ts';
import { savedPage } from '../../ui/export/saved-page.ts';
import { modelsToLearn, shippedModels } from '../../ui/model/shipped-models.ts';
import { modelNamed } from './ilkeston.ts';

describe('a model', () => {
  it.each([...shippedModels, ...modelsToLearn.slice(0, 3)])('%s is known to come with Onward', async (id) => {
    const model = modelNamed(modelsToLearn.includes(id) ? `learn/${id}` : id);
    expect(await isAsShipped(model)).toBe(true);
    expect(nameForCommand(model, true)).toBe(modelsToLearn.includes(id) ? `learn/${id}` : id);
  });

  it('of the same name with another number in it does not', async () => {
    const model = modelNamed('two-queues');
    const other = { ...model, experiment: { ...model.experiment, seed: model.experiment.seed + 1 } };
    expect(await isAsShipped(other)).toBe(false);
    expect(nameForCommand(other, false)).toBe('two-queues.json');
  });
});

it.each([
  ['https://onward.example.org/#/explore', true],
  ['http://192.168.1.20:4173/', true],
  ['http://localhost:4173/', false],
  ['http://127.0.0.1:4173/#/explore', false],
  ['http://[::1]:4173/', false],
  ['file:///home/me/onward.html', false],
])('%s can be opened by others: %s', (address, can) => expect(isPublicAddress(address)).toBe(can));

describe('a saved page', () => {
  const page =
    '<!doctype html><html><head><title>x</title></head><body><script>const head = "</head>";</script></body></html>';
  const parsed = (text: string) => ({
    opens: /<meta name="onward-opens" content="([^"]*)">/.exec(text)?.[1],
    model: /<script type="application\/json" id="onward-model">([^<]*)<\/script>/.exec(text)?.[1],
  });

  it('carries the screen and the model in its head, whatever is in them', () => {
    const model = JSON.stringify({ id: 'm', title: '</script><script>alert(1)</script> $& "' });
    const saved = savedPage(page, '#/explore?m=m&o="x"', model);
    expect(parsed(saved).opens).toBe('#/explore?m=m&amp;o=&quot;x&quot;');
    expect(JSON.parse(parsed(saved).model!)).toEqual(JSON.parse(model));
    expect(saved.indexOf('onward-model')).toBeLessThan(saved.indexOf('</head>'));
    expect(saved.match(/<script/g)!.length).toBe(2);
  });

  it('saved again carries only the last', () => {
    const first = savedPage(page, '#/explore?m=a', '{"id":"a"}');
    expect(savedPage(first, '#/explore?m=b', undefined)).toBe(savedPage(page, '#/explore?m=b', undefined));
  });
});
