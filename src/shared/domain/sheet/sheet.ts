/** What one may be asked to bring, in the order in which it is offered. */
export const TO_BRING = ['sheet', 'cv', 'letters', 'answers', 'papers', 'telephone'] as const;

/** How a sheet that was kept reaches the person; or it is not useful any more. */
export const HANDING_WAYS = ['in-person', 'post', 'email', 'read-aloud', 'no-longer-useful'] as const;
