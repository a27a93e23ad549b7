import { type Colour, fromHsl, hueOf, keyOf } from './colour.ts';

/**
 * The colours of mermaid drawings: name of the custom property (`--diagram-` and this) → light value. The
 * first part is shared with the lane maps (`../../theme.css`), the second is defined in `../theme.css`.
 */
const SHARED = {
	'lane-fill': '#ffffff',
	'lane-alternate': '#f8fafc',
	'lane-stroke': '#d5dce5',
	'lane-header': '#edf1f6',
	'lane-text': '#26344a',
	'node-fill': '#ffffff',
	'node-stroke': '#6d84a3',
	'node-text': '#16202f',
	'node-muted': '#556579',
	'start-fill': '#eaf7ef',
	'start-stroke': '#2a8a50',
	'end-fill': '#fdf0ef',
	'end-stroke': '#c2473f',
	'wait-fill': '#f1f4f8',
	'wait-stroke': '#64748b',
	'decision-fill': '#fff7e3',
	'decision-stroke': '#b7811b',
	'approval-fill': '#f5f1ff',
	'approval-stroke': '#7250cf',
	'subprocess-fill': '#edf5ff',
	'subprocess-stroke': '#2f74cf',
	edge: '#5c6c82',
	'edge-text': '#3c4b60',
} as const;

const OWN = {
	surface: '#ffffff',
	'series-text': '#ffffff',
	'series-0': '#2f6fbf',
	'series-1': '#b35c00',
	'series-2': '#2c7d4f',
	'series-3': '#a83a6f',
	'series-4': '#6b55c4',
	'series-5': '#0b7a85',
	'series-6': '#b23b34',
	'series-7': '#6b6f1a',
	'series-8': '#8a4b9e',
	'series-9': '#4d6480',
	'series-10': '#87583a',
	'series-11': '#1f7a74',
	'tint-0': '#e3eefb',
	'tint-1': '#fcecd9',
	'tint-2': '#e0f2e7',
	'tint-3': '#fae5ef',
	'tint-4': '#ebe7fb',
	'tint-5': '#dcf1f3',
	'tint-6': '#fbe6e4',
	'tint-7': '#f1f1d5',
	'tint-8': '#f3e6f7',
	'tint-9': '#e7edf3',
	'tint-10': '#f5e9e0',
	'tint-11': '#dbf1ee',
} as const;

export const PALETTE = { ...SHARED, ...OWN };
export type PaletteName = keyof typeof PALETTE;

const NAMES = Object.keys(PALETTE) as PaletteName[];

/**
 * Sentinels stand for palette entries until the drawing is finished. Each has a hue of its own, because
 * mermaid lightens and darkens some colours, which keeps hue and saturation.
 */
const SATURATION = 0.41;
const SPACING = 360 / NAMES.length;
const SENTINELS = NAMES.map((_, index) => fromHsl(index * SPACING, SATURATION, 0.47));

/** `#7aa947`: what mermaid is told. */
export function sentinel(name: PaletteName): string {
	return `#${keyOf(SENTINELS[NAMES.indexOf(name)] as Colour)
		.toString(16)
		.padStart(6, '0')}`;
}

/** The palette entry that a colour stands for, itself or lightened or darkened. */
export function paletteName(colour: Colour): PaletteName | undefined {
	const { hue, saturation } = hueOf(colour);
	if (Math.abs(saturation - SATURATION) > 0.06) return undefined;
	const index = Math.round(hue / SPACING);
	return Math.abs(hue - index * SPACING) < SPACING * 0.4 ? NAMES[index % NAMES.length] : undefined;
}

/** Whether a colour is a sentinel as it was handed out. */
export function isSentinel(colour: Colour): boolean {
	return SENTINELS.some((each) => keyOf(each) === keyOf(colour));
}

/** `var(--diagram-edge, #5c6c82)`: the light value serves pages without the style sheet. */
export function paint(name: PaletteName): string {
	return `var(--diagram-${name}, ${PALETTE[name]})`;
}

/** How many categories have colours of their own before they repeat. */
export const SERIES = 12;

export function series(index: number): PaletteName {
	return `series-${index % SERIES}` as PaletteName;
}

export function tint(index: number): PaletteName {
	return `tint-${index % SERIES}` as PaletteName;
}
