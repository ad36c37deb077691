import type { Core } from '../composition-root.ts';

export type Decided = Core;
