export const slot = "intake";
