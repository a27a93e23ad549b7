import { type PaletteName, sentinel, series, tint } from './palette.ts';

/** Which palette entry each of mermaid's theme variables becomes. */
const VARIABLES: Readonly<Partial<Record<PaletteName, string>>> = {
	surface: `background edgeLabelBackground labelBackground labelBackgroundColor relationLabelBackground
		compositeBackground commitLabelBackground rowOdd attributeBackgroundColorOdd pieStrokeColor`,
	'lane-fill': 'altSectionBkgColor emSwimlaneBackgroundOdd',
	'lane-alternate': `clusterBkg tertiaryColor rectBkgColor altBackground sectionBkgColor sectionBkgColor2
		excludeBkgColor rowEven attributeBackgroundColorEven`,
	'lane-stroke': `clusterBorder tertiaryBorderColor gridColor emSwimlaneBackgroundStroke pieOuterStrokeColor
		quadrantInternalBorderStrokeFill archGroupBorderColor border2 flowContainerStroke`,
	'lane-header': 'secondaryColor labelBoxBkgColor compositeTitleBackground tagLabelBackground',
	'lane-text':
		'titleColor tertiaryTextColor pieTitleTextColor quadrantTitleFill vennTitleTextColor loopTextColor',
	'node-fill': `primaryColor mainBkg nodeBkg actorBkg stateBkg personBkg requirementBackground taskBkgColor`,
	'node-stroke': `primaryBorderColor secondaryBorderColor nodeBorder actorBorder labelBoxBorderColor personBorder
		requirementBorderColor taskBorderColor compositeBorder tagLabelBorder tagBorder
		quadrantExternalBorderStrokeFill gradientStart gradientStop innerEndBackground`,
	'node-text': `primaryTextColor secondaryTextColor textColor nodeTextColor actorTextColor labelTextColor
		taskTextColor taskTextLightColor taskTextDarkColor taskTextOutsideColor stateLabelColor classText
		noteTextColor requirementTextColor scaleLabelColor tagLabelColor commitLabelColor pieLegendTextColor
		vennSetTextColor quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill
		quadrantPointTextFill quadrantXAxisTextFill quadrantYAxisTextFill errorTextColor`,
	edge: `lineColor arrowheadColor defaultLinkColor signalColor transitionColor relationColor specialStateColor
		archEdgeColor archEdgeArrowColor emArrowhead emRelationStroke actorLineColor`,
	'edge-text': 'signalTextColor transitionLabelColor relationLabelColor',
	'decision-fill': 'noteBkgColor emEventFill',
	'decision-stroke': 'noteBorderColor emEventStroke',
	'subprocess-fill': 'activeTaskBkgColor activationBkgColor emCommandFill',
	'subprocess-stroke':
		'activeTaskBorderColor activationBorderColor taskTextClickableColor vertLineColor emCommandStroke',
	'wait-fill': 'doneTaskBkgColor emUiFill',
	'wait-stroke': 'doneTaskBorderColor emUiStroke',
	'end-fill': 'critBkgColor errorBkgColor',
	'end-stroke': 'critBorderColor todayLineColor wardleyEvolutionColor',
	'approval-fill': 'emProcessorFill',
	'approval-stroke': 'emProcessorStroke',
	'start-fill': 'emReadModelFill',
	'start-stroke': 'emReadModelStroke',
	'series-text': 'sequenceNumberColor branchLabelColor pieSectionTextColor',
	'series-0': 'quadrantPointFill',
	'tint-0': 'quadrant1Fill surface0 surfacePeer0',
	'tint-2': 'quadrant2Fill surface1 surfacePeer1',
	'tint-9': 'quadrant3Fill surface2 surfacePeer2',
	'tint-1': 'quadrant4Fill surface3 surfacePeer3',
	'tint-4': 'surface4 surfacePeer4',
};

/** Variables that are counted: name before the number, first number, how many, which family. */
const COUNTED: readonly (readonly [string, number, number, (index: number) => PaletteName])[] = [
	['cScale', 0, 12, tint],
	['cScalePeer', 0, 12, series],
	['cScaleInv', 0, 12, series],
	['cScaleLabel', 0, 12, () => 'node-text'],
	['fillType', 0, 8, tint],
	['pie', 1, 12, series],
	['venn', 1, 8, series],
	['git', 0, 8, series],
	['gitInv', 0, 8, () => 'edge'],
	['gitBranchLabel', 0, 8, () => 'series-text'],
];

const NESTED: Readonly<Record<string, Readonly<Record<string, PaletteName>>>> = {
	cynefin: {
		boundaryColor: 'edge',
		cliffColor: 'end-stroke',
		arrowColor: 'edge',
		complexBg: 'start-fill',
		complicatedBg: 'subprocess-fill',
		chaoticBg: 'end-fill',
		clearBg: 'decision-fill',
		confusionBg: 'approval-fill',
		textColor: 'node-text',
		labelColor: 'node-text',
	},
	radar: { axisColor: 'edge', graticuleColor: 'lane-stroke' },
	wardley: {
		backgroundColor: 'surface',
		axisColor: 'edge',
		axisTextColor: 'node-text',
		gridColor: 'lane-stroke',
		componentFill: 'node-fill',
		componentStroke: 'node-stroke',
		componentLabelColor: 'node-text',
		linkStroke: 'edge',
		evolutionStroke: 'end-stroke',
		annotationStroke: 'edge',
		annotationTextColor: 'node-text',
		annotationFill: 'surface',
	},
	xyChart: {
		backgroundColor: 'surface',
		titleColor: 'lane-text',
		dataLabelColor: 'series-text',
		legendTextColor: 'node-text',
		xAxisTitleColor: 'node-text',
		xAxisLabelColor: 'node-text',
		xAxisTickColor: 'edge',
		xAxisLineColor: 'edge',
		yAxisTitleColor: 'node-text',
		yAxisLabelColor: 'node-text',
		yAxisTickColor: 'edge',
		yAxisLineColor: 'edge',
	},
};

/** Size of plain text in the drawings, px. */
export const FONT_SIZE = 14;

/** Mermaid's `themeVariables`, with a sentinel for every colour. */
export function themeVariables(): Record<string, unknown> {
	const variables: Record<string, unknown> = {
		fontSize: `${FONT_SIZE}px`,
		useGradient: false,
		pieOpacity: '1',
	};
	for (const [name, list] of Object.entries(VARIABLES)) {
		for (const variable of list.trim().split(/\s+/)) variables[variable] = sentinel(name as PaletteName);
	}
	for (const [prefix, first, count, family] of COUNTED) {
		for (let index = 0; index < count; index++)
			variables[`${prefix}${first + index}`] = sentinel(family(index));
	}
	for (const [group, names] of Object.entries(NESTED)) {
		variables[group] = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, sentinel(name)]));
	}
	const plots = Array.from({ length: 12 }, (_, index) => sentinel(series(index))).join(',');
	variables['xyChart'] = { ...(variables['xyChart'] as object), plotColorPalette: plots };
	return variables;
}
