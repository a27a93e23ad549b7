import type { StepType } from '../../model/index.ts';

/** Colours as custom properties; the second value serves pages without the stylesheet. See theme.css. */
export const PAINT = {
	lane: 'var(--diagram-lane-fill, #ffffff)',
	laneAlternate: 'var(--diagram-lane-alternate, #f8fafc)',
	laneStroke: 'var(--diagram-lane-stroke, #d5dce5)',
	header: 'var(--diagram-lane-header, #edf1f6)',
	headerText: 'var(--diagram-lane-text, #26344a)',
	text: 'var(--diagram-node-text, #16202f)',
	muted: 'var(--diagram-node-muted, #556579)',
	edge: 'var(--diagram-edge, #5c6c82)',
	label: 'var(--diagram-edge-text, #3c4b60)',
	dataFill: 'var(--diagram-data-fill, #ffffff)',
	dataStroke: 'var(--diagram-data-stroke, #6b7a90)',
	dataLink: 'var(--diagram-data-link, #8291a6)',
	badgeMark: 'var(--diagram-badge-mark, #ffffff)',
} as const;

export interface NodePaint {
	readonly fill: string;
	readonly stroke: string;
}

export const NODE_PAINT: Readonly<Record<StepType, NodePaint>> = {
	task: { fill: 'var(--diagram-node-fill, #ffffff)', stroke: 'var(--diagram-node-stroke, #6d84a3)' },
	start: { fill: 'var(--diagram-start-fill, #eaf7ef)', stroke: 'var(--diagram-start-stroke, #2a8a50)' },
	end: { fill: 'var(--diagram-end-fill, #fdf0ef)', stroke: 'var(--diagram-end-stroke, #c2473f)' },
	wait: { fill: 'var(--diagram-wait-fill, #f1f4f8)', stroke: 'var(--diagram-wait-stroke, #64748b)' },
	decision: {
		fill: 'var(--diagram-decision-fill, #fff7e3)',
		stroke: 'var(--diagram-decision-stroke, #b7811b)',
	},
	approval: {
		fill: 'var(--diagram-approval-fill, #f5f1ff)',
		stroke: 'var(--diagram-approval-stroke, #7250cf)',
	},
	subprocess: {
		fill: 'var(--diagram-subprocess-fill, #edf5ff)',
		stroke: 'var(--diagram-subprocess-stroke, #2f74cf)',
	},
};

export const FONT_FAMILY =
	"'Mainstay Diagram', Inter, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
