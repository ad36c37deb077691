import { nothing } from './nothing.ts';

export const unresolved = nothing;
