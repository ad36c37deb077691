import { z } from 'zod';
import { accessStatusSchema, lockReasonSchema } from '../domain/access/access.schema.ts';
import { moveStateSchema } from '../domain/data-folder/data-folder.schema.ts';
import { backupStateSchema } from '../domain/backup/backup.schema.ts';
import { folderPreviewSchema, importStateSchema } from '../domain/dataset/dataset.schema.ts';
import { idSchema } from '../domain/operation/operation.schema.ts';
import { settingsSchema } from '../domain/settings/settings.schema.ts';
import { workspaceStatusSchema } from '../domain/workspace/workspace.schema.ts';
import { accessCalls } from './access.contract.ts';
import { approachCalls } from './approach.contract.ts';
import { agencyTagCalls } from './agency-tag.contract.ts';
import { savedViewCalls } from './saved-view.contract.ts';
import { preferenceCalls } from './preference.contract.ts';
import { guardCalls } from './guard.contract.ts';
import { backupCalls } from './backup.contract.ts';
import { diagnosticCalls } from './diagnostic.contract.ts';
import { dataFolderCalls } from './data-folder.contract.ts';
import { appointmentCalls } from './appointment.contract.ts';
import { caseFileCalls } from './case-file.contract.ts';
import { datasetCalls } from './dataset.contract.ts';
import { decisionCalls } from './decision.contract.ts';
import type { EventDefinition } from './define.ts';
import { handOverCalls } from './hand-over.contract.ts';
import { noteCalls } from './note.contract.ts';
import { engagementCalls } from './engagement.contract.ts';
import { outcomeCalls } from './outcome.contract.ts';
import { privateLineCalls } from './private-line.contract.ts';
import { paperCalls } from './paper.contract.ts';
import { readingCalls } from './reading.contract.ts';
import { sharedViewCalls } from './shared-view.contract.ts';
import { suggestionCalls } from './suggestion.contract.ts';
import { workspaceCalls } from './workspace.contract.ts';

/** The one record: every call the interface can make. Types, validation, roles, fuzz tests and docs/calls.md derive from it. */
export const calls = {
  ...workspaceCalls,
  ...accessCalls,
  ...datasetCalls,
  ...suggestionCalls,
  ...caseFileCalls,
  ...appointmentCalls,
  ...decisionCalls,
  ...approachCalls,
  ...noteCalls,
  ...readingCalls,
  ...handOverCalls,
  ...sharedViewCalls,
  ...engagementCalls,
  ...outcomeCalls,
  ...privateLineCalls,
  ...paperCalls,
  ...agencyTagCalls,
  ...savedViewCalls,
  ...preferenceCalls,
  ...guardCalls,
  ...backupCalls,
  ...diagnosticCalls,
  ...dataFolderCalls,
} as const;

/** Every event the interface can listen to. */
export const events = {
  'workspace.changed': {
    summary: 'The workspace, its data or its preparation changed.',
    payload: workspaceStatusSchema,
  },
  'access.changed': { summary: 'Somebody unlocked or locked the case files.', payload: accessStatusSchema },
  'access.locking': {
    summary: 'The case files close by themselves in two seconds at most: what is being typed is to be kept now.',
    payload: z.strictObject({ reason: lockReasonSchema }),
  },
  'backup.changed': { summary: 'A copy started or ended, or a check of the whole file.', payload: backupStateSchema },
  'caseFile.changed': {
    summary: 'A case file changed; null for what belongs to the workstation and to no file.',
    payload: z.strictObject({ caseId: idSchema.nullable() }),
  },
  'dataFolder.changed': { summary: 'A move of the data started, moved on or ended.', payload: moveStateSchema },
  'sharedView.changed': {
    summary: 'The window of the person opened or closed, be it by itself.',
    payload: z.strictObject({ isOpen: z.boolean() }),
  },
  'settings.changed': { summary: 'The settings changed.', payload: settingsSchema },
  'dataset.importChanged': { summary: 'An import started, moved on or ended.', payload: importStateSchema },
  'dataset.folderOffered': {
    summary: 'A folder was dropped on the window; null when what was dropped is not a readable folder.',
    payload: z.strictObject({ preview: folderPreviewSchema.nullable() }),
  },
} as const satisfies Readonly<Record<string, EventDefinition>>;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type CoreCallName = { [N in CallName]: (typeof calls)[N]['home'] extends 'core' ? N : never }[CallName];
export type ShellCallName = Exclude<CallName, CoreCallName>;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]['payload']>;
