import { app } from 'electron';

export const folder = app;
