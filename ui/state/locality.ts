// The locality that the map shows; undefined: the whole county.
import { createStore } from 'zustand/vanilla';

export const locality = createStore<{ readonly open: string | undefined }>(() => ({ open: undefined }));

export const openLocality = (open: string | undefined): void => locality.setState({ open });
