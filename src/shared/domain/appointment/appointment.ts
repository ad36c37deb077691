/** How two people meet, in the order in which it is offered. */
export const MODALITIES = ['on-site', 'telephone', 'video', 'home', 'partner'] as const;
