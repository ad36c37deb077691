import type { CallInput, CoreCallName } from '../../src/shared/contract/index.ts';
import type { PeopleCore } from './people.ts';
import type { Seen, SeededFile } from './seeded-file.ts';

type Command = () => { readonly commandId: string; readonly caseId: string };

export type SeededPlan = Pick<SeededFile, 'actionId' | 'actionRevision' | 'opId' | 'toRevise' | 'toTell'>;

/** What was agreed on with the person, for each thing done with it. */
export async function seedPlan(core: PeopleCore, command: Command): Promise<SeededPlan> {
  const add = async (): Promise<Seen> => {
    const action = { owner: 'advisor', text: 'Rappeler l’accueil', dueOn: null } as const;
    const { opId: id, revision } = await core.ask('action.add', { ...command(), ...action });
    return { id, revision };
  };
  const action = await add();
  const undoable = await add();
  const rest = { opId: undoable.id, toRevise: await add(), toTell: await closedInMarch(core) };
  return { actionId: action.id, actionRevision: action.revision, ...rest };
}

type PlanCallName = Extract<CoreCallName, `${'action' | 'engagement' | 'outcome' | 'privateLine'}.${string}`>;

/** One input of each call about what was agreed on, and what goes with it. */
export function planInputs(
  file: SeededPlan & Pick<SeededFile, 'caseId'>,
  command: Command,
): { readonly [N in PlanCallName]: CallInput<N> } {
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
    'engagement.list': { caseId },
    'engagement.record': {
      ...{ ...command(), kind: 'engagement', signedOn: '2026-08-31', startsOn: '2026-09-01', endsOn: '2027-02-28' },
      ...{ weeklyHours: 12, commitments: ['Deux candidatures par semaine'], reference: 'CE-57-0412', replaces: null },
    },
    'outcome.toAsk': {},
    'outcome.tell': {
      ...{ commandId: command().commandId, caseId: file.toTell.id, closedOn: '2026-03-01', situation: 'not-known' },
      baseRevision: 0,
    },
    'privateLine.get': { caseId },
    'privateLine.save': { caseId, text: 'Demander des nouvelles de l’immersion.' },
  };
}

/** A file whose support ended half a year ago. */
async function closedInMarch(core: PeopleCore): Promise<Seen> {
  const id = core.newId();
  const person = { first: 'Gaston', last: '', phone: '', supportMode: null };
  const created = await core.ask('caseFile.create', { commandId: core.newId(), caseId: id, ...person });
  const { revision } = await core.ask('caseFile.close', {
    ...{ commandId: core.newId(), caseId: id, baseRevision: created.revision },
    ...{ on: '2026-03-01', reason: 'project-reached', outcome: 'lasting-job' },
  });
  return { id, revision };
}
