import { readFileSync } from 'node:fs';
import { MODEL_VERSION, modelFileSchema, type ModelFile } from '../../shared/domain/forecast/forecast.schema.ts';
import type { GuardFailure, GuardName } from '../../shared/domain/forecast/forecast.schema.ts';
import { guardFailures } from '../../shared/domain/forecast/guards.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';

/**
 * A model that may be used.
 *
 * @throws AppError MODEL_REFUSED when it is of another version, cannot be read or fails a guard
 */
export function readModel(path: string): ModelFile {
  const content = parsed(path);
  const version = (content as { readonly version?: unknown } | null)?.version;
  if (version !== MODEL_VERSION) {
    throw modelRefused([failure('version', `version ${JSON.stringify(version ?? null)}, not ${MODEL_VERSION}`)]);
  }
  const model = modelFileSchema.safeParse(content);
  if (!model.success) {
    const where = model.error.issues[0]?.path.join('.') ?? '';
    throw modelRefused([failure('unreadable', `${where === '' ? 'the model' : where} is not what it should be`)]);
  }
  const failures = guardFailures(model.data.evaluation);
  if (failures.length > 0) throw modelRefused(failures);
  return model.data;
}

export function modelRefused(failures: readonly GuardFailure[]): AppError {
  return new AppError('MODEL_REFUSED', `The model is refused: ${failures.map(({ reason }) => reason).join('; ')}.`, {
    guards: failures.map(({ guard }) => guard),
  });
}

function failure(guard: GuardName, reason: string): GuardFailure {
  return { guard, reason };
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new AppError('INVALID_INPUT', 'The file of the model cannot be read.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw modelRefused([failure('unreadable', 'the file is not JSON')]);
  }
}
