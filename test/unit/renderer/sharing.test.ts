import { beforeEach, describe, expect, it } from 'vitest';
import { forgetEverybody } from '../../../src/renderer/platform/forgetting.ts';
import {
  currentLocation,
  forgetWhereabouts,
  go,
  rememberWhereabouts,
  takeWhereabouts,
} from '../../../src/renderer/platform/location.ts';
import {
  currentSharing,
  pointAt,
  showDecided,
  startSharing,
  stopSharing,
  subjectOf,
} from '../../../src/renderer/screens/shared-view/sharing.ts';
import { sharedFrom } from '../../../src/renderer/screens/shared-view/use-shared-following.ts';
import { sharedWhere } from '../../../src/renderer/screens/shared-view/use-shared-where.ts';

const pointed = { item: { kind: 'establishment', siret: '30000791900013' }, list: null } as const;

describe('what is shared', () => {
  beforeEach(() => forgetEverybody());

  it('is the step, with what is pointed at in that file while one speaks of companies', () => {
    pointAt('nadia', pointed);
    const at = (caseId: string, step: 'employers' | 'plan') => subjectOf(currentSharing(), caseId, step).pointed;
    expect(at('nadia', 'employers')).toEqual(pointed);
    expect(at('nadia', 'plan')).toBeNull();
    expect(at('luc', 'employers')).toBeNull();
  });

  it('is what the note says was decided at the note only, and asked for again each time', () => {
    startSharing('nadia');
    showDecided(true);
    const isShown = (step: 'note' | 'plan') => subjectOf(currentSharing(), 'nadia', step).isDecidedShown;
    expect([isShown('note'), isShown('plan')]).toEqual([true, false]);
    stopSharing();
    startSharing('nadia');
    expect(isShown('note')).toBe(false);
  });

  it('is forgotten with whoever leaves the keyboard', () => {
    startSharing('nadia');
    pointAt('nadia', pointed);
    forgetEverybody();
    expect(currentSharing()).toEqual({
      caseId: null,
      pointedIn: null,
      pointed: null,
      isDecidedShown: false,
      written: 0,
    });
  });

  it('is not come back to after a lock: sharing is asked for each time', () => {
    forgetWhereabouts();
    go({ screen: 'meeting', caseId: 'nadia', step: 'plan', isShared: true });
    expect(currentLocation()).toMatchObject({ isShared: true });
    rememberWhereabouts('camille');
    expect(takeWhereabouts('camille')).toEqual({ screen: 'meeting', caseId: 'nadia', step: 'plan' });
  });
});

describe('what the person sees', () => {
  const meeting = { screen: 'meeting', caseId: 'nadia', step: 'plan' } as const;
  beforeEach(() => forgetEverybody());

  it('is the step of the meeting, a neutral page elsewhere in the file, and nothing once the file is left', () => {
    expect(sharedFrom(meeting, 'nadia')).toMatchObject({ caseId: 'nadia', step: 'plan' });
    expect(sharedFrom({ screen: 'caseFile', caseId: 'nadia', tab: 'situation' }, 'nadia')).toBeNull();
    expect(sharedFrom({ screen: 'employer', siret: '30000791900013', from: null }, 'nadia')).toBeNull();
    expect(sharedFrom({ ...meeting, caseId: 'luc' }, 'nadia')).toBe('nothing');
    expect(sharedFrom({ screen: 'portfolio' }, 'nadia')).toBe('nothing');
    expect(sharedFrom({ screen: 'day' }, 'nadia')).toBe('nothing');
  });
});

describe('where it is shared', () => {
  it('is on the other screen where there is one, here where there is none, and as one chose last', () => {
    expect(sharedWhere(undefined, true)).toBe('window');
    expect(sharedWhere(undefined, false)).toBe('here');
    expect(sharedWhere('here', true)).toBe('here');
    expect(sharedWhere('window', false)).toBe('window');
    expect(sharedWhere({ of: 'another version' }, false)).toBe('here');
  });
});
