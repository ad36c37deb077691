/** What was signed, elsewhere: the contract of engagement (code du travail, L5411-6), that of the young, that of the RSA. */
export const ENGAGEMENT_KINDS = ['engagement', 'youth', 'reciprocal', 'other'] as const;

export const MOST_COMMITMENTS = 12;
