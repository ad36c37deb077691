import { button } from '../../renderer/ui/button.ts';

export const pressed = button;
