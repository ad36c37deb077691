export const employer = 'employer';
