export const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
export const days = (n: number): string => many(n, 'day', 'days');
