import { createContext } from 'react';

/** Whether a list stands beside an open detail, which then names the tab. */
export const BesideDetail = createContext(false);
