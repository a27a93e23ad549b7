/** An image knows no fonts of the page around it: the drawing's own travel inside it. */
const FAMILY = 'Mainstay Diagram';

/** The font faces that drawings are set in, as CSS with the files in it; '' when they cannot be had. */
export async function fontFaces(): Promise<string> {
	const faces = await Promise.all(rules().map(embedded));
	return faces.join('');
}

function rules(): { rule: CSSFontFaceRule; base: string }[] {
	return [...document.styleSheets].flatMap((sheet) => {
		const base = sheet.href ?? location.href;
		return [...sheet.cssRules].flatMap((rule) =>
			rule instanceof CSSFontFaceRule && rule.style.getPropertyValue('font-family').includes(FAMILY)
				? [{ rule, base }]
				: [],
		);
	});
}

async function embedded({ rule, base }: { rule: CSSFontFaceRule; base: string }): Promise<string> {
	const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
	if (!address) return '';
	try {
		const response = await fetch(new URL(address, base));
		if (!response.ok) return '';
		const data = await dataAddress(await response.blob());
		const weight = rule.style.getPropertyValue('font-weight') || '400';
		return `@font-face{font-family:"${FAMILY}";font-weight:${weight};src:url("${data}")}`;
	} catch {
		return '';
	}
}

function dataAddress(blob: Blob): Promise<string> {
	return new Promise((done, fail) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => done(String(reader.result)));
		reader.addEventListener('error', () => fail(reader.error));
		reader.readAsDataURL(blob);
	});
}

/** The file's text with the faces as its first style. */
export function withFonts(svg: string, faces: string): string {
	return faces === '' ? svg : svg.replace(/<svg\b[^>]*>/, (start) => `${start}<style>${faces}</style>`);
}
