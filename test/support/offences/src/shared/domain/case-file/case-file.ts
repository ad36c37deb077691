export const caseFile = 'case-file';
