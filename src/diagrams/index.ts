export * from './bpmn/index.ts';
export { diagramsDiagnostics, mermaidCrash, mermaidFinding, mermaidTimeout } from './findings.ts';
export { type FigureOptions, mermaidFigure } from './mermaid/figure.ts';
export { isPlainFlowchart } from './mermaid/plain.ts';
export { createMermaidRenderer } from './mermaid/renderer.ts';
export { sanitizeSvg } from './mermaid/sanitize/svg-file.ts';
export type { MermaidRenderer, MermaidResult } from './mermaid/types.ts';
export { type DrawOptions, drawProcess } from './process/draw.ts';
export { drawMarks, overlaid, type StepMarks } from './process/draw-marks.ts';
export { layoutProcess } from './process/layout.ts';
export type {
	Box,
	LayoutOptions,
	NodeShape,
	Orientation,
	PlacedData,
	PlacedEdge,
	PlacedLabel,
	PlacedLane,
	PlacedNode,
	ProcessLayout,
	XY,
} from './process/layout-types.ts';
export { chooseOrientation, orientationsOf } from './process/orientation.ts';
export { standaloneSvg } from './process/standalone.ts';
export { type BreakOptions, breakText, type TextBlock } from './text/break.ts';
export { FONT_ASCENT, FONT_DESCENT, measureText, type TextStyle } from './text/measure.ts';
