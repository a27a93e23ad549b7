import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { catalogue } from '../../../src/compiler/index.ts';
import type { Finding, SourceRange, TextEdit } from '../../../src/model/index.ts';
import { overlaps, rangeOf } from '../positions.ts';
import type { Spot } from '../spot.ts';
import { WORDS } from '../words.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import { fixAll, fixOf } from './fixes.ts';
import { replacementsFor } from './suggestions.ts';
import { suppressionOf } from './suppress.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.mainstay`;

export const ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL];

export interface ActionRequest {
	readonly range: SourceRange;
	/** What the editor shows there. */
	readonly diagnostics: readonly Diagnostic[];
	/** Kinds that are asked for; all when left out. */
	readonly only?: readonly string[] | undefined;
}

/** What can be done about the findings in a range. */
export async function actionsAt(
	spot: Spot,
	findings: readonly Finding[],
	{ range, diagnostics, only }: ActionRequest,
): Promise<CodeAction[]> {
	const isAsked = (kind: string): boolean =>
		only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
	const actions: CodeAction[] = [];
	if (isAsked(CodeActionKind.QuickFix)) {
		const here = findings.filter((each) => each.file === spot.path && overlaps(each.range, range));
		const shown = here.filter((each) => isOn(each, spot));
		for (const finding of shown) actions.push(...(await quickFixes(spot, finding, diagnostics)));
	}
	// It looks at the whole set, so it is made only when somebody wants it.
	if (only && isAsked(FIX_ALL)) {
		const edit = await fixAll(spot, findings, (each) => isOn(each, spot));
		if (edit)
			actions.push({
				title: WORDS[spot.tongue.labels].fixAll,
				kind: FIX_ALL,
				edit: workspaceEdit([edit], spot.addressOf),
			});
	}
	return actions;
}

async function quickFixes(
	spot: Spot,
	finding: Finding,
	diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
	const words = WORDS[spot.tongue.labels];
	const start = JSON.stringify(rangeOf(finding.range).start);
	const about = diagnostics.filter(
		({ code, range }) => code === finding.code && JSON.stringify(range.start) === start,
	);
	const action = (title: string, edits: readonly TextEdit[], isPreferred = false): CodeAction => ({
		title,
		kind: CodeActionKind.QuickFix,
		...(about.length > 0 && { diagnostics: [...about] }),
		...(isPreferred && { isPreferred }),
		edit: workspaceEdit(edits, spot.addressOf),
	});
	const actions: CodeAction[] = [];
	const fix = await fixOf(spot, finding);
	const fixed = fix?.length === 1 ? fix[0]?.newText : undefined;
	if (fix) actions.push(action(fixTitle(finding, fixed, words), fix, true));
	for (const { value, edit } of replacementsFor(finding, spot.text, (target) =>
		leads(spot, finding, target),
	)) {
		if (value !== fixed) actions.push(action(words.replaceBy(value), [edit]));
	}
	const comment = spot.isSettings ? undefined : suppressionOf(spot, finding);
	if (comment) actions.push(action(words.suppress(finding.code), [comment]));
	return actions;
}

/** Whether a link of the document to a target would lead somewhere. */
function leads({ view, document }: Spot, { range }: Finding, target: string): boolean {
	return document !== undefined && view.resolve(document, { type: 'link', target, range }).type !== 'missing';
}

/** A short replacement says what it is. */
function fixTitle({ code }: Finding, newText: string | undefined, words: (typeof WORDS)['en']): string {
	return newText && newText.length <= 60 && !/\n/.test(newText) ? words.replaceBy(newText) : words.fix(code);
}

/** What mainstay.yaml switches off, nobody is shown. */
function isOn({ code }: Finding, { view }: Spot): boolean {
	const definition = catalogue.get(code);
	return definition?.fixed === true || view.config.rules.get(definition?.rule ?? '') !== 'off';
}
