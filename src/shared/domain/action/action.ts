/** What the two want to reach, or something to do. */
export const ACTION_KINDS = ['action', 'objective'] as const;

/** What was agreed on before there were objectives. */
export const PLAIN_ACTION = {
  kind: 'action',
  partner: '',
  serves: null,
  decisionId: null,
  isTogether: false,
} as const;
