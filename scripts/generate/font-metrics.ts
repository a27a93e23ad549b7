import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create, type Font } from 'fontkit';

/** The weights that diagrams use. */
const WEIGHTS = [400, 600] as const;

/** What `src/diagrams/text/measure.ts` reads: advance widths in font units, per run of code points. */
interface FontMetrics {
	readonly unitsPerEm: number;
	readonly ascent: number;
	readonly descent: number;
	/** `[first code point, last code point]`, ascending. */
	readonly runs: readonly (readonly [number, number])[];
	/** One width per code point of `runs`, in order. */
	readonly widths: Readonly<Record<(typeof WEIGHTS)[number], readonly number[]>>;
}

/** Reads the advance widths of Inter, as the site ships it, out of @fontsource/inter. */
export function readFontMetrics(): FontMetrics {
	const [regular, semibold] = WEIGHTS.map(advanceWidths);
	if (regular === undefined || semibold === undefined) throw new Error('No font files');
	const points = [...regular.widths.keys()]
		.filter((point) => semibold.widths.has(point))
		.sort((a, b) => a - b);
	const widthsOf = (table: ReadonlyMap<number, number>) => points.map((point) => table.get(point) ?? 0);
	return {
		unitsPerEm: regular.font.unitsPerEm,
		ascent: regular.font.ascent,
		descent: -regular.font.descent,
		runs: runsOf(points),
		widths: { 400: widthsOf(regular.widths), 600: widthsOf(semibold.widths) },
	};
}

/** The metrics as the text of the committed file. */
export function fontMetricsText(): string {
	const { runs, widths, ...rest } = readFontMetrics();
	const fields = [
		...Object.entries(rest).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
		`  "runs": ${JSON.stringify(runs)}`,
		`  "widths": {\n    "400": ${JSON.stringify(widths[400])},\n    "600": ${JSON.stringify(widths[600])}\n  }`,
	];
	return `{\n${fields.join(',\n')}\n}\n`;
}

function advanceWidths(weight: number): { font: Font; widths: ReadonlyMap<number, number> } {
	const folder = path.join(
		path.dirname(createRequire(import.meta.url).resolve('@fontsource/inter/package.json')),
		'files',
	);
	const names = readdirSync(folder).filter((name) => name.endsWith(`-${weight}-normal.woff2`));
	const widths = new Map<number, number>();
	let latin: Font | undefined;
	for (const name of names.sort()) {
		const font = create(readFileSync(path.join(folder, name)));
		if (!('characterSet' in font)) throw new Error(`${name} is a font collection`);
		if (name.startsWith('inter-latin-4') || name.startsWith('inter-latin-6')) latin = font;
		for (const point of font.characterSet) widths.set(point, font.glyphForCodePoint(point).advanceWidth);
	}
	if (latin === undefined) throw new Error('inter-latin is missing from @fontsource/inter');
	return { font: latin, widths };
}

function runsOf(points: readonly number[]): [number, number][] {
	const runs: [number, number][] = [];
	for (const point of points) {
		const last = runs.at(-1);
		if (last !== undefined && last[1] === point - 1) last[1] = point;
		else runs.push([point, point]);
	}
	return runs;
}

if (import.meta.main) {
	writeFileSync(
		new URL('../../src/diagrams/font-metrics.generated.json', import.meta.url),
		fontMetricsText(),
	);
}
