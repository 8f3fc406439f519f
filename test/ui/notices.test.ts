// Notices: the same thing once, news in place of older news, three at most, and news gone when its moment has passed.
import { expect, it } from 'vitest';
import { createNotices } from '../../ui/state/notices.ts';

const act = () => {};

it('keeps one of each, one piece of news, and no more than three', () => {
  const notices = createNotices();
  const titles = () => notices.getState().notices.map(({ title }) => title);
  notices.say('Refused', ['first']);
  notices.say('Now open: A', [], { label: 'Go back', act });
  notices.say('Refused', ['second']);
  notices.say('Now open: B', [], { label: 'Go back', act });
  expect(titles()).toEqual(['Refused', 'Now open: B']);
  expect(notices.getState().notices[0].lines).toEqual(['second']);
  notices.say('Hung');
  notices.say('Not used');
  expect(titles()).toEqual(['Now open: B', 'Hung', 'Not used']);
  notices.forgetNews();
  expect(titles()).toEqual(['Hung', 'Not used']);
});
