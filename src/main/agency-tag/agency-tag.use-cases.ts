import { applyAgencyTag, byName, isSameName } from '../../shared/domain/agency-tag/agency-tag.rules.ts';
import type { AgencyTag, ListedTag } from '../../shared/domain/agency-tag/agency-tag.schema.ts';
import type { GuardFamily } from '../../shared/domain/guard/guard.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { commitAs, perStore, type Desk, type Projection } from '../operation/operation.use-cases.ts';
import { agencyTagRepository } from './agency-tag.repository.ts';

export const agencyTagProjection: Projection<AgencyTag> = {
  entity: 'agencyTag',
  tables: ['agency_tag'],
  apply: applyAgencyTag,
  revisionOf: (state) => state?.revision ?? 0,
  open: agencyTagRepository,
};

interface OfTag {
  readonly commandId: string;
  readonly tagId: string;
}
type SeenTag = OfTag & { readonly baseRevision: number };

export interface AgencyTagUseCases {
  /** By name, retired ones included. */
  list(): readonly ListedTag[];
  /** Those that may be put on a file. */
  offered(): readonly string[];
  /**
   * @throws AppError NAME_TAKEN when another tag, retired or not, has that name, INVALID_INPUT (families) when it says what
   * nobody is looked for by: every tag is a filter
   */
  add(command: OfTag & { readonly name: string }): Committed;
  /** @throws AppError NOT_FOUND, NAME_TAKEN and INVALID_INPUT as `add` */
  rename(command: SeenTag & { readonly name: string }): Committed;
  /** @throws AppError NOT_FOUND */
  retire(command: SeenTag): Committed;
  /** @throws AppError NOT_FOUND */
  restore(command: SeenTag): Committed;
}

/** The families of what the guard finds in a name. */
export type FamiliesIn = (name: string) => readonly GuardFamily[];

export function makeAgencyTagUseCases(desk: Desk, familiesIn: FamiliesIn): AgencyTagUseCases {
  const tags = perStore(desk.store, agencyTagRepository);
  const assertName = (tagId: string, name: string): void => {
    const families = familiesIn(name);
    if (families.length > 0) throw new AppError('INVALID_INPUT', 'Nobody is labelled with these words.', { families });
    const other = tags()
      .all()
      .find((tag) => tag.id !== tagId && isSameName(tag.name, name));
    if (other === undefined) return;
    throw new AppError('NAME_TAKEN', 'Another tag has this name.', { isRetired: other.isRetired });
  };
  /** `check` is made in the transaction that writes, the first time only. */
  const commit = (
    { commandId: opId, tagId, baseRevision }: SeenTag,
    kind: `agencyTag.${string}`,
    payload: object,
    check?: () => void,
  ): Committed => {
    if (kind !== 'agencyTag.add' && tags().read(tagId) === null) {
      throw new AppError('NOT_FOUND', 'This tag is not in the list of the agency.');
    }
    const entity = { caseId: null, entity: 'agencyTag', entityId: tagId } as const;
    return commitAs(desk, { opId, ...entity, kind, baseRevision, payload }, check);
  };

  return {
    list() {
      const files = tags().filesOf(desk.account().id);
      return tags()
        .all()
        .map((tag) => ({ ...tag, files: files.get(tag.id) ?? 0 }))
        .sort(byName);
    },
    offered: () =>
      tags()
        .all()
        .filter(({ isRetired }) => !isRetired)
        .map(({ id }) => id),
    add({ name, ...tag }) {
      const check = () => assertName(tag.tagId, name);
      return commit({ ...tag, baseRevision: 0 }, 'agencyTag.add', { name }, check);
    },
    rename: ({ name, ...tag }) => commit(tag, 'agencyTag.rename', { name }, () => assertName(tag.tagId, name)),
    retire: (tag) => commit(tag, 'agencyTag.retire', {}),
    restore: (tag) => commit(tag, 'agencyTag.restore', {}),
  };
}
