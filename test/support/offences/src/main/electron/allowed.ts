import { app } from 'electron';
import { contract } from '../../shared/contract/contract.ts';
import type { Core } from '../composition-root.ts';
import { log } from '../platform/log/log.ts';
import { first } from '../workspace/first-answers.use-cases.ts';

export const shell: [typeof app, typeof contract, Core | null, string, string] = [app, contract, null, log, first];
