/**
 * Every expected failure of the application. The renderer and the command line choose their words by code
 * (`errors.<code>` in the message files: a test proves none is missing); `details` carry facts for those words,
 * never personal data.
 */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'UNKNOWN_CALL',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'NO_DATASET',
  'DATASET_UNREADABLE',
  'FOLDER_UNREADABLE',
  'NOTHING_RECOGNISED',
  'IMPORT_REFUSED',
  'IMPORT_RUNNING',
  'MODEL_REFUSED',
  'CANCELLED',
  'DISK_FULL',
  'LOCKED',
  'WRONG_PASSPHRASE',
  'TOO_MANY_TRIES',
  'SPACE_EXISTS',
  'CASES_UNREADABLE',
  'CASES_FROM_FUTURE',
  'CHANGED_MEANWHILE',
  'COMMAND_REUSED',
  'NOTHING_TO_UNDO',
  'NO_PROJECT',
  'NOTE_EMPTY',
  'NOTE_TOO_LONG',
  'NOTE_WITHDRAWN',
  'NOTE_WITHOUT_WHY',
  'NUMBER_REFUSED',
  'SEARCH_REFUSED',
  'NAME_TAKEN',
  'NOT_ERASABLE',
  'APPOINTMENT_TO_COME',
  'APPOINTMENT_OVER',
  'CASE_CLOSED',
  'NO_RECOVERY_CODE',
  'WRONG_RECOVERY_CODE',
  'BACKUP_UNREADABLE',
  'MOVE_REFUSED',
  'FILE_NOT_SAVED',
  'EXPLANATION_MISSING',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An expected failure on its way to the person who can do something about it. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
