// How the model is drawn: as a diagram, or on the ground where its document says where services are.
import { createStore } from 'zustand/vanilla';

export type Drawing = 'diagram' | 'map';

export const drawing = createStore<{ readonly drawing: Drawing }>(() => ({ drawing: 'diagram' }));

export const draw = (as: Drawing): void => drawing.setState({ drawing: as });
