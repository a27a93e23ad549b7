/** `2026-11-22 03:14`, where the reader is. */
export function momentText(time: number): string {
	const date = new Date(time);
	const two = (value: number): string => String(value).padStart(2, '0');
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `03:14`. */
export function clockText(time: number): string {
	return momentText(time).slice(11);
}
