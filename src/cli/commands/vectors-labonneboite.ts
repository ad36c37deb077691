import type { Command } from '../output.ts';
import { AppError } from '../../shared/kernel/app-error.ts';

export const vectorsLabonneboite: Command = () => Promise.reject(new AppError('INVALID_INPUT', 'not yet'));
