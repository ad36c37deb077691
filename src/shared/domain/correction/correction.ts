/** Who asked, for the company, that it be proposed no more. By function: a name would be one person more to protect. */
export const OPT_OUT_ASKERS = ['management', 'human-resources', 'site', 'not-said'] as const;

/** What is no more proposed. */
export const OPT_OUT_SCOPES = ['site', 'employer'] as const;

/** What may be said of an employer by whoever finds it out. */
export const REPORT_KINDS = ['closed', 'wrong-data'] as const;
