import { core } from '../composition-root.ts';

export const running = core;
