import { employer } from '../../shared/domain/employer/employer.ts';
import { log } from '../platform/log/log.ts';
import { plan } from '../plan/plan.use-cases.ts';

export const allowed = [employer, log, plan];
