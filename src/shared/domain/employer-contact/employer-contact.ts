/** How it was learned who to ask for. */
export const CONTACT_SOURCES = ['call', 'visit', 'website', 'message', 'person'] as const;
