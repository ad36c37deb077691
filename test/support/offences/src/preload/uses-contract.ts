import { contract } from '../shared/contract/contract.ts';

export const names = Object.keys(contract);
