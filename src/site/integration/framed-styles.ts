import { type AtRule, type Container, list, parse, type Rule } from 'postcss';

/** Around every page of ours that stands in somebody else's layout; see layouts/Framed.astro. */
const FRAME = '.mainstay';

/** What the frame says of light and dark, by what our style sheets say of the root. */
const APPEARANCE: Readonly<Record<string, readonly string[]>> = {
	':root[data-theme="light"]': [`:root:is([data-theme="light"], .light) ${FRAME}`],
	':root[data-theme="dark"]': [
		`:root:is([data-theme="dark"], .dark) ${FRAME}`,
		`:root:not([data-theme="light"], .light) ${FRAME}[data-appearance="dark"]`,
	],
	':root:not([data-theme="light"])': [
		`:root:not([data-theme="light"], .light) ${FRAME}[data-appearance="system"]`,
	],
};

/** These may be said of the frame itself as well as of what is in it. */
const MAY_BE_FRAME = /^(?:\*|:lang\(|\[lang\]|\[data-(?:kind|print)\b)/;

const ROOT = /^(?:html|:root)(?![\w-])((?:\[[^\]]*\]|[.#][\w-]+|:[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?)*)/;
const BODY = /^body(?![\w-])/;

/** A selector of a page that is ours as a whole → the same within the frame, and nothing outside it. */
export function framedSelectors(selector: string): string[] {
	for (const [root, frames] of Object.entries(APPEARANCE)) {
		if (selector === root) return [...frames];
	}
	const root = ROOT.exec(selector);
	if (root) {
		const below = selector.slice(root[0].length).trimStart().replace(BODY, '').trimStart();
		return [`${FRAME}${root[1]}${below && ` ${below}`}`];
	}
	if (BODY.test(selector)) return [selector.replace(BODY, FRAME)];
	const within = `${FRAME} ${selector}`;
	if (!MAY_BE_FRAME.test(selector)) return [within];
	return [`${FRAME}${selector.replace(/^\*/, '')}`, within];
}

/**
 * A style sheet of ours for pages within somebody else's layout: nothing of it reaches their part, and media of
 * the window's width become those of the place that the layout leaves. What lies `overPage` keeps to the window.
 */
export function framedStyles(css: string, overPage: boolean): string {
	const sheet = parse(css);
	sheet.walkRules((rule) => {
		if (isSelfStanding(rule)) return;
		rule.selectors = rule.selectors.flatMap(framedSelectors);
	});
	if (!overPage) sheet.walkAtRules('media', (media) => toContainer(media));
	return sheet.toString();
}

/** Steps of an animation, and what is nested in a rule that was rewritten itself. */
function isSelfStanding(rule: Rule): boolean {
	for (let up: Container | undefined = rule.parent as Container | undefined; up; ) {
		if (up.type === 'rule' || (up.type === 'atrule' && /keyframes$/.test((up as AtRule).name))) return true;
		up = up.parent as Container | undefined;
	}
	return false;
}

const WIDTHS = /^(?:screen and )?(\((?:min|max)-width: [^()]+\)(?: and \((?:min|max)-width: [^()]+\))*)$/;

/** One query of several may ask for the width, another for paper: each gets a block of its own. */
function toContainer(media: AtRule): void {
	const queries = list.comma(media.params).map((query) => ({ query, widths: WIDTHS.exec(query)?.[1] }));
	if (queries.every(({ widths }) => widths === undefined)) return;
	for (const { query, widths } of queries) {
		const copy = media.clone(
			widths === undefined ? { params: query } : { name: 'container', params: `mainstay ${widths}` },
		);
		media.before(copy);
	}
	media.remove();
}
