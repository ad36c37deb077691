import { applyCorrection, type SiteCorrection } from '../../shared/domain/correction/correction.rules.ts';
import type { Correction, OptOut, ReportKind } from '../../shared/domain/correction/correction.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import {
  assertNotAfterToday,
  commitAs,
  perStore,
  type CurrentStore,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import type { LeftOut } from '../suggestion/suggestion.use-cases.ts';
import { correctionRepository } from './correction.repository.ts';

export const correctionProjection: Projection<SiteCorrection> = {
  entity: 'correction',
  tables: ['correction_dismissal', 'employer_opt_out', 'employer_report'],
  apply: applyCorrection,
  revisionOf: (state) =>
    Math.max(...[state?.dismissal, state?.optOut, state?.report].map((part) => part?.revision ?? 0)),
  open: correctionRepository,
};

export interface CorrectionUseCases {
  /** Employers to correct and those that asked out, newest first: nothing says who reported them, nor for whom. */
  list(): readonly Correction[];
  /** Puts an employer back in the lists. @throws AppError NOT_FOUND when it is not among those to correct */
  dismiss(command: { readonly commandId: string; readonly siret: string }): Committed;
  /**
   * An employer is said to be closed, and leaves every list of this workstation, or to have wrong data.
   * @throws AppError NOT_FOUND when the data do not have it
   */
  report(command: { readonly commandId: string; readonly siret: string; readonly kind: ReportKind }): Committed;
  /** What was reported of this site, for a person or from its page; null where nothing was. */
  reportOf(siret: string): (Pick<Correction, 'reportedOn'> & { readonly kind: ReportKind }) | null;
  /**
   * A company asked to be proposed no more: it leaves every list of this workstation, for everybody.
   * @throws AppError NOT_FOUND when the data do not have it, INVALID_INPUT for a day to come
   */
  optOut(command: OptOut & { readonly commandId: string; readonly siret: string }): Committed;
  /** Of this site, or of its employer by another of its sites; null where none asked. */
  optOutOf(siret: string): OptOut | null;
}

export function makeCorrectionUseCases(desk: Desk, employers: Pick<EmployerUseCases, 'find'>): CorrectionUseCases {
  const corrections = perStore(desk.store, correctionRepository);
  const optOutOf = (siret: string): OptOut | null => {
    const isSameEmployer = (other: string): boolean => legalUnitOf(other) === legalUnitOf(siret);
    const found =
      corrections().optOutOf(siret) ??
      corrections()
        .optOuts()
        .find((each) => each.scope === 'employer' && isSameEmployer(each.siret));
    return found === undefined ? null : { askedBy: found.askedBy, askedOn: found.askedOn, scope: found.scope };
  };
  const list = (): readonly Correction[] => [
    ...corrections()
      .optOuts()
      .map(({ siret, name, communeName, askedBy, askedOn, scope }): Correction => {
        const optOut = { askedBy, askedOn, scope };
        return { siret, name, communeName, kind: 'opt-out', reportedOn: askedOn, optOut };
      }),
    ...corrections()
      .list()
      .filter(({ siret }) => corrections().optOutOf(siret) === null)
      .map(({ reportedAt, ...report }): Correction => {
        return { ...report, reportedOn: localDateAt(reportedAt, desk.timeZone), optOut: null };
      }),
  ];
  /** As it is called in the data of today. */
  const calledNow = (siret: string): { readonly name: string; readonly communeName: string | null } => {
    const employer = employers.find(siret);
    if (employer === null) throw new AppError('NOT_FOUND', 'No establishment has this number.', { siret });
    return { name: employer.name, communeName: employer.communeName === '' ? null : employer.communeName };
  };
  return {
    list,
    optOutOf,
    reportOf(siret) {
      const found = corrections()
        .list()
        .find((report) => report.siret === siret);
      return found === undefined
        ? null
        : { kind: found.kind, reportedOn: localDateAt(found.reportedAt, desk.timeZone) };
    },
    report({ commandId, siret, kind }) {
      const entity = { entity: 'correction', entityId: siret, kind: 'correction.report' } as const;
      const frozen = () => calledNow(siret);
      return commitAs(desk, {
        opId: commandId,
        caseId: null,
        ...entity,
        baseRevision: null,
        payload: { report: kind },
        frozen,
      });
    },
    dismiss({ commandId, siret }) {
      const isKnown = list().some((correction) => correction.siret === siret);
      if (!isKnown && desk.store().log.find(commandId) === null) {
        throw new AppError('NOT_FOUND', 'This employer is not among those to correct.', { siret });
      }
      const entity = { entity: 'correction', entityId: siret, kind: 'correction.dismiss' } as const;
      return commitAs(desk, { opId: commandId, caseId: null, ...entity, baseRevision: null, payload: {} });
    },
    optOut({ commandId, siret, askedBy, askedOn, scope }) {
      const frozen = () => {
        assertNotAfterToday(desk, askedOn, 'askedOn');
        return calledNow(siret);
      };
      const entity = { entity: 'correction', entityId: siret, kind: 'correction.optOut' } as const;
      const payload = { askedBy, askedOn, scope };
      return commitAs(desk, { opId: commandId, caseId: null, ...entity, baseRevision: null, payload, frozen });
    },
  };
}

/** The first nine digits of an establishment are its legal unit. */
function legalUnitOf(siret: string): string {
  return siret.slice(0, 9);
}

/** Who is in no list of this workstation, whoever asks. */
export function makeLeftOut(store: CurrentStore): () => LeftOut {
  const corrections = perStore(store, correctionRepository);
  return () => {
    const optOuts = corrections().optOuts();
    const askedAs = (wanted: OptOut['scope']): readonly string[] =>
      optOuts.filter(({ scope }) => scope === wanted).map(({ siret }) => siret);
    return { sites: [...corrections().closed(), ...askedAs('site')], employers: askedAs('employer') };
  };
}
