import { sentinel } from './colour/palette.ts';
import { FONT_SIZE, themeVariables } from './colour/theme-variables.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Top-level settings that a fence may change: they place things, and nothing else. */
export const SETTINGS = words('layout wrap markdownAutoWrap');

/** Sections of single diagram types, whose plain values (but fonts, colours, HTML) a fence may change. */
export const SUBJECTS = words(`
	elk flowchart sequence gantt journey timeline class state er pie quadrantChart xyChart requirement mindmap
	kanban gitGraph c4 sankey packet block radar treeView treemap architecture usecase venn cynefin wardley
	ishikawa railroad eventmodeling swimlane`);

/** Colours of C4 shapes, which come from their section instead of the theme. */
function c4Colours(): Record<string, string> {
	const shapes =
		'person system system_db system_queue container container_db container_queue component component_db component_queue';
	const colours: Record<string, string> = {};
	for (const shape of shapes.split(' ')) {
		colours[`${shape}_bg_color`] = sentinel('series-0');
		colours[`${shape}_border_color`] = sentinel('series-0');
		colours[`external_${shape}_bg_color`] = sentinel('series-9');
		colours[`external_${shape}_border_color`] = sentinel('series-9');
	}
	return colours;
}

/** Lines long enough for a Chinese clause, nodes no wider than their words: drawings stand in a column. */
const ROOM = { wrappingWidth: 180, minNodeWidth: 48, nodeSpacing: 40, rankSpacing: 40 };

/** What a diagram may hold; more is refused before it costs anything. */
export const MOST_CHARACTERS = 50_000;
export const MOST_EDGES = 500;

/**
 * How mermaid is set up. `secure` names what a fence cannot change: with HTML labels an image in a label never
 * settles, and style sheets, fonts and sanitiser settings would reach the page.
 */
export function initialSettings(defaultSecure: readonly string[]): object {
	const ownSecure =
		'htmlLabels themeCSS theme themeVariables look fontFamily altFontFamily dompurifyConfig darkMode';
	return {
		startOnLoad: false,
		securityLevel: 'strict',
		htmlLabels: false,
		flowchart: { htmlLabels: false, ...ROOM },
		state: ROOM,
		class: { htmlLabels: false },
		deterministicIds: true,
		handDrawnSeed: 1,
		suppressErrorRendering: true,
		theme: 'base',
		look: 'classic',
		themeVariables: themeVariables(),
		fontFamily: 'Inter',
		fontSize: FONT_SIZE,
		c4: c4Colours(),
		maxTextSize: MOST_CHARACTERS,
		maxEdges: MOST_EDGES,
		logLevel: 5,
		secure: [...new Set([...defaultSecure, ...ownSecure.split(' ')])],
	};
}
