import { contract } from '../../../shared/contract/contract.ts';

export const validated = contract;
