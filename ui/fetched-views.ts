// How each view is fetched. Explore comes with the page.
import type { ComponentType } from 'react';
import type { View } from './address/views.ts';
import type { ViewProps } from './ground/lazy-view.tsx';

export const fetched: Readonly<Record<Exclude<View, 'explore'>, () => Promise<ComponentType<ViewProps>>>> = {
  story: () => import('./views/story/story-page.tsx').then(({ StoryPage }) => StoryPage),
  start: () => import('./views/start/start-page.tsx').then(({ StartPage }) => StartPage),
  compare: () => import('./views/compare/compare-page.tsx').then(({ ComparePage }) => ComparePage),
  outcomes: () => import('./views/outcomes/outcomes-page.tsx').then(({ OutcomesPage }) => OutcomesPage),
  assumptions: () => import('./views/assumptions/assumptions-page.tsx').then(({ AssumptionsPage }) => AssumptionsPage),
  data: () => import('./views/data/data-page.tsx').then(({ DataPage }) => DataPage),
  bring: () => import('./views/bring/bring-page.tsx').then(({ BringPage }) => BringPage),
  report: () => import('./views/report/report-page.tsx').then(({ ReportPage }) => ReportPage),
  build: () => import('./views/build/build-page.tsx').then(({ BuildPage }) => BuildPage),
  help: () => import('./views/help/help-page.tsx').then(({ HelpPage }) => HelpPage),
  present: () => import('./views/present/present-page.tsx').then(({ PresentPage }) => PresentPage),
  speaker: () => import('./views/present/speaker/speaker-page.tsx').then(({ SpeakerPage }) => SpeakerPage),
  checks: () => import('./views/checks/checks-page.tsx').then(({ ChecksPage }) => ChecksPage),
  method: () => import('./views/method/method-page.tsx').then(({ MethodPage }) => MethodPage),
};
