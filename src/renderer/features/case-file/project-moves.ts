/** A person looks for up to five things: which comes first is moved by ordinary changes of facts, one each. */
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import { PROJECT_COUNT } from '../../../shared/domain/case-file/case-file.ts';
import type { Fact, Facts, FieldName, SaidBy } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { JobProject } from '../../../shared/domain/job-project/job-project.schema.ts';
import { PROJECT_PARTS } from './situation-blocks.ts';

export type OtherProject = 2 | 3 | 4 | 5;
export const OTHER_PROJECTS = Array.from(
  { length: PROJECT_COUNT - 1 },
  (_, index) => index + 2,
) as readonly OtherProject[];

export interface FactChange {
  readonly field: FieldName;
  readonly value: unknown;
  readonly saidBy: SaidBy;
  readonly saidOn: string;
  readonly baseRevision: number;
}

/** One of the projects as it is said in a line. */
export function projectOf(facts: Facts, number: OtherProject): JobProject {
  return {
    occupation: valueOf(facts, `project${number}.occupation`),
    place: valueOf(facts, `project${number}.place`),
    reach: valueOf(facts, `project${number}.reach`),
    travel: valueOf(facts, `project${number}.travel`) ?? [],
  };
}

export function hasProject(facts: Facts, number: OtherProject): boolean {
  return PROJECT_PARTS.some((part) => (facts[`project${number}.${part}`]?.value ?? null) !== null);
}

/** The first project and another one take each other's place, each fact with who said it and when. */
export function swapWithFirst(facts: Facts, number: OtherProject): readonly FactChange[] {
  return PROJECT_PARTS.flatMap((part): readonly FactChange[] => {
    const [first, other] = [`project1.${part}`, `project${number}.${part}`] as const;
    const [ofFirst, ofOther] = [facts[first] as Fact | undefined, facts[other] as Fact | undefined];
    if ((ofFirst?.value ?? null) === null && (ofOther?.value ?? null) === null) return [];
    return [
      moved(first, ofOther ?? ofFirst, ofOther?.value, ofFirst),
      moved(other, ofFirst ?? ofOther, ofFirst?.value, ofOther),
    ];
  });
}

function moved(field: FieldName, said: Fact | undefined, value: unknown, seen: Fact | undefined): FactChange {
  const { saidBy = 'person', saidOn = '' } = said ?? {};
  return { field, value: value ?? null, saidBy, saidOn, baseRevision: seen?.revision ?? 0 };
}

/** Another project that the person no longer looks for. */
export function removal(facts: Facts, number: OtherProject, saidOn: string): readonly FactChange[] {
  return PROJECT_PARTS.flatMap((part): readonly FactChange[] => {
    const field = `project${number}.${part}` as const;
    const fact = facts[field];
    if (fact === undefined || fact.value === null) return [];
    return [{ field, value: null, saidBy: 'person', saidOn, baseRevision: fact.revision }];
  });
}
