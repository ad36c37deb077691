import { fixture } from '../../../../test/fixture.ts';

export const shown = fixture;
