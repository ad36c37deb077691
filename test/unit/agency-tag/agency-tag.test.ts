import { describe, expect, it } from 'vitest';
import { applyAgencyTag, byName, isSameName } from '../../../src/shared/domain/agency-tag/agency-tag.rules.ts';
import type { Operation } from '../../../src/shared/domain/operation/operation.ts';

const op = (deviceSeq: number, kind: string, payload: unknown = {}): Operation => ({
  ...{ opId: `op-${deviceSeq}`, deviceId: 'here', deviceSeq, actorId: 'camille', at: deviceSeq, caseId: null },
  ...{ entity: 'agencyTag', entityId: 'tag', kind, schemaV: 1, baseRevision: null, payload },
});

describe('a tag of the agency', () => {
  it('has a name, another name, and is retired and offered again', () => {
    const added = applyAgencyTag(null, op(1, 'agencyTag.add', { name: 'Atelier CV' }));
    expect(added).toEqual({ id: 'tag', name: 'Atelier CV', isRetired: false, revision: 1 });
    const renamed = applyAgencyTag(added, op(2, 'agencyTag.rename', { name: 'Atelier CV du mardi' }));
    const retired = applyAgencyTag(renamed, op(3, 'agencyTag.retire'));
    expect(retired).toEqual({ id: 'tag', name: 'Atelier CV du mardi', isRetired: true, revision: 3 });
    expect(applyAgencyTag(retired, op(4, 'agencyTag.restore'))).toEqual({ ...renamed, revision: 4 });
  });

  it('is nothing before it has a name, and knows no other operation', () => {
    expect(() => applyAgencyTag(null, op(1, 'agencyTag.retire'))).toThrow();
    const added = applyAgencyTag(null, op(1, 'agencyTag.add', { name: 'Atelier CV' }));
    expect(() => applyAgencyTag(added, op(2, 'agencyTag.paint'))).toThrow(/no operation/);
  });

  it('has the name of another when only case, accents or spaces differ', () => {
    expect(isSameName('Mobilité à préparer', 'MOBILITE  a preparer')).toBe(true);
    expect(isSameName('Atelier CV', 'Atelier CV 2')).toBe(false);
  });

  it('is listed by name, whatever the accents', () => {
    const names = ['Étape suivante', 'atelier CV', 'Forum'].map((name) => ({ name }));
    expect(names.toSorted(byName).map(({ name }) => name)).toEqual(['atelier CV', 'Étape suivante', 'Forum']);
  });
});
