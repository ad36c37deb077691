import type { CallInput } from '../../src/shared/contract/index.ts';
import type { PeopleCore } from './people.ts';
import type { Seen, SeededFile } from './seeded-file.ts';

type Command = () => { readonly commandId: string; readonly caseId: string };

export type SeededPlan = Pick<SeededFile, 'actionId' | 'actionRevision' | 'opId' | 'toRevise'>;

/** What was agreed on with the person, for each thing done with it. */
export async function seedPlan(core: PeopleCore, command: Command): Promise<SeededPlan> {
  const add = async (): Promise<Seen> => {
    const action = { owner: 'advisor', text: 'Rappeler l’accueil', dueOn: null } as const;
    const { opId: id, revision } = await core.ask('action.add', { ...command(), ...action });
    return { id, revision };
  };
  const action = await add();
  const undoable = await add();
  return { actionId: action.id, actionRevision: action.revision, opId: undoable.id, toRevise: await add() };
}

/** One input of each call about what was agreed on. */
export function planInputs(
  file: SeededPlan & Pick<SeededFile, 'caseId'>,
  command: Command,
): { readonly [N in `action.${'list' | 'due' | 'add' | 'revise' | 'setState'}`]: CallInput<N> } {
  const { caseId, toRevise } = file;
  return {
    'action.list': { caseId },
    'action.due': { until: '2026-12-31' },
    'action.add': { ...command(), owner: 'person', text: 'Porter une lettre', dueOn: '2026-09-15' },
    'action.revise': {
      ...{ ...command(), actionId: toRevise.id, owner: 'partner', partner: 'Mission locale' },
      ...{ text: 'Porter une lettre', dueOn: null, serves: null, isTogether: true, baseRevision: toRevise.revision },
    },
    'action.setState': { ...command(), actionId: file.actionId, state: 'done', baseRevision: file.actionRevision },
  };
}
