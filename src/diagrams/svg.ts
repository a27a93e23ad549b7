/** Attribute values by name; `undefined` leaves the attribute out. Numbers are rounded to hundredths. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** Text for use between tags or inside a quoted attribute. Characters that XML forbids are left out. */
export function escapeXml(text: string): string {
	return text
		.replace(FORBIDDEN, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');
}

const FORBIDDEN =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One element; `children` is finished markup. Attribute values are escaped here. */
export function element(name: string, attributes: SvgAttributes, ...children: readonly string[]): string {
	const written = Object.entries(attributes)
		.filter((entry) => entry[1] !== undefined)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escapeXml(value ?? '')}"`)
		.join('');
	return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A coordinate without needless digits. */
export function number(value: number): string {
	return String(Math.round(value * 100) / 100);
}
