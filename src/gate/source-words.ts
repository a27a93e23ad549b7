/** A file, or a part of it, as messages name it. */
export function where(path: string | number | undefined, part: string | number | undefined): string {
	return part ? `\`${part}\` in \`${path}\`` : `\`${path}\``;
}

export function inChinese(path: string | number | undefined, part: string | number | undefined): string {
	return part ? `\`${path}\` 的 \`${part}\`` : `\`${path}\``;
}
