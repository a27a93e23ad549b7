/** Stands around a value that is not ours to change; no text has these characters, they belong to nobody (U+E000 on). */
export const VALUE_START = '\ue000';
export const VALUE_END = '\ue001';
