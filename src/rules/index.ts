import type { DocumentRuleContext, Finding, GraphRuleContext, Rule } from '../model/index.ts';
import { anchorUnread } from './body/anchor-unread.ts';
import { codeLanguage } from './body/code-language.ts';
import { codeLanguageUnknown } from './body/code-language-unknown.ts';
import { commandMarks } from './body/command-marks.ts';
import { definitionMissing } from './body/definition-missing.ts';
import { directiveEmpty } from './body/directive-empty.ts';
import { directiveUnread } from './body/directive-unread.ts';
import { duplicateAnchor } from './body/duplicate-anchor.ts';
import { emptySection } from './body/empty-section.ts';
import { fenceUnclosed } from './body/fence-unclosed.ts';
import { footnoteLost } from './body/footnote-lost.ts';
import { footnoteMissing } from './body/footnote-missing.ts';
import { headingEmpty } from './body/heading-empty.ts';
import { headingSkipped } from './body/heading-skipped.ts';
import { headingUnread } from './body/heading-unread.ts';
import { imageAlternative } from './body/image-alternative.ts';
import { itemUnread } from './body/item-unread.ts';
import { linkEmpty } from './body/link-empty.ts';
import { linkUnread } from './body/link-unread.ts';
import { markUnread } from './body/mark-unread.ts';
import { mergeConflict } from './body/merge-conflict.ts';
import { punctuationWidth } from './body/punctuation-width.ts';
import { tableRow } from './body/table-row.ts';
import { tableUnread } from './body/table-unread.ts';
import { dateImpossible } from './due/date-impossible.ts';
import { permissionExpired } from './due/permission-expired.ts';
import { reviewOverdue } from './due/review-overdue.ts';
import { workaroundExpired } from './due/workaround-expired.ts';
import { badFormat } from './frontmatter/bad-format.ts';
import { cutText } from './frontmatter/cut-text.ts';
import { entryAgain } from './frontmatter/entry-again.ts';
import { entryJoined } from './frontmatter/entry-joined.ts';
import { idPrefix } from './frontmatter/id-prefix.ts';
import { kindDiffers } from './frontmatter/kind-differs.ts';
import { languageDiffers } from './frontmatter/language-differs.ts';
import { missingKey } from './frontmatter/missing-key.ts';
import { titleMissing } from './frontmatter/title-missing.ts';
import { unknownKey } from './frontmatter/unknown-key.ts';
import { unknownTerm } from './frontmatter/unknown-term.ts';
import { unquotedText } from './frontmatter/unquoted-text.ts';
import { valueNotAllowed } from './frontmatter/value-not-allowed.ts';
import { wrongType } from './frontmatter/wrong-type.ts';
import { anchorMissing } from './links/anchor-missing.ts';
import { assetMissing } from './links/asset-missing.ts';
import { caseMismatch } from './links/case-mismatch.ts';
import { diagramNodeMissing } from './links/diagram-node-missing.ts';
import { diagramNodeNear } from './links/diagram-node-near.ts';
import { diagramTargetMissing } from './links/diagram-target-missing.ts';
import { linkOutsideRoot } from './links/link-outside-root.ts';
import { linkScheme } from './links/link-scheme.ts';
import { linkTargetMissing } from './links/link-target-missing.ts';
import { linkUnpublished } from './links/link-unpublished.ts';
import { referenceKind } from './links/reference-kind.ts';
import { referenceMissing } from './links/reference-missing.ts';
import { approverIsExecutor } from './logs/approver-is-executor.ts';
import { datesReversed } from './logs/dates-reversed.ts';
import { controlUnknown } from './processes/control-unknown.ts';
import { dataObjectUnknown } from './processes/data-object-unknown.ts';
import { deadEnd } from './processes/dead-end.ts';
import { decisionExits } from './processes/decision-exits.ts';
import { duplicateStep } from './processes/duplicate-step.ts';
import { exitsAlike } from './processes/exits-alike.ts';
import { laneUndeclared } from './processes/lane-undeclared.ts';
import { laneUnused } from './processes/lane-unused.ts';
import { nextMissing } from './processes/next-missing.ts';
import { roleMissing } from './processes/role-missing.ts';
import { startEnd } from './processes/start-end.ts';
import { stepUnknown } from './processes/step-unknown.ts';
import { subprocess } from './processes/subprocess.ts';
import { unreachableStep } from './processes/unreachable-step.ts';
import { runDocumentRules, runGraphRules } from './run.ts';
import { destructiveRollback } from './runbooks/destructive-rollback.ts';
import { duplicateProcedureStep } from './runbooks/duplicate-procedure-step.ts';
import { missingSection } from './runbooks/missing-section.ts';
import { noSignatures } from './runbooks/no-signatures.ts';
import { noSteps } from './runbooks/no-steps.ts';
import { parameterUndeclared } from './runbooks/parameter-undeclared.ts';
import { parameterUnused } from './runbooks/parameter-unused.ts';
import { partOutsideStep } from './runbooks/part-outside-step.ts';
import { patternExample } from './runbooks/pattern-example.ts';
import { patternInvalid } from './runbooks/pattern-invalid.ts';
import { patternUnsafe } from './runbooks/pattern-unsafe.ts';
import { placeholderBroken } from './runbooks/placeholder-broken.ts';
import { riskUnderstated } from './runbooks/risk-understated.ts';
import { signatureMatchesAll } from './runbooks/signature-matches-all.ts';
import { htmlDropped } from './safety/html-dropped.ts';
import { duplicateId } from './set/duplicate-id.ts';
import { duplicateTitle } from './set/duplicate-title.ts';
import { hierarchyCycle } from './set/hierarchy-cycle.ts';
import { nameCollision } from './set/name-collision.ts';
import { nearDuplicate } from './set/near-duplicate.ts';
import { orphan } from './set/orphan.ts';
import { outdatedReference } from './set/outdated-reference.ts';
import { parentLevel } from './set/parent-level.ts';
import { routeCollision } from './set/route-collision.ts';
import { successorMissing } from './set/successor-missing.ts';
import { translationAnchor } from './set/translation-anchor.ts';
import { translationCommand } from './set/translation-command.ts';
import { translationDiffers } from './set/translation-differs.ts';
import { translationFact } from './set/translation-fact.ts';
import { translationId } from './set/translation-id.ts';
import { translationRisk } from './set/translation-risk.ts';

/** Every rule, by code. A new rule is one file and one line here. */
export { isComparable } from './set/near-duplicate.ts';

export const rules: readonly Rule[] = [
	missingKey,
	unknownKey,
	valueNotAllowed,
	wrongType,
	badFormat,
	unknownTerm,
	titleMissing,
	idPrefix,
	unquotedText,
	kindDiffers,
	cutText,
	entryJoined,
	entryAgain,
	languageDiffers,
	linkTargetMissing,
	anchorMissing,
	caseMismatch,
	assetMissing,
	referenceMissing,
	referenceKind,
	linkOutsideRoot,
	linkScheme,
	diagramTargetMissing,
	footnoteMissing,
	definitionMissing,
	imageAlternative,
	linkUnpublished,
	linkUnread,
	linkEmpty,
	footnoteLost,
	duplicateStep,
	nextMissing,
	unreachableStep,
	deadEnd,
	decisionExits,
	laneUndeclared,
	startEnd,
	subprocess,
	controlUnknown,
	stepUnknown,
	dataObjectUnknown,
	diagramNodeMissing,
	exitsAlike,
	laneUnused,
	roleMissing,
	diagramNodeNear,
	destructiveRollback,
	patternExample,
	patternUnsafe,
	patternInvalid,
	noSteps,
	parameterUndeclared,
	duplicateProcedureStep,
	missingSection,
	parameterUnused,
	approverIsExecutor,
	datesReversed,
	noSignatures,
	placeholderBroken,
	signatureMatchesAll,
	riskUnderstated,
	emptySection,
	headingSkipped,
	codeLanguage,
	punctuationWidth,
	directiveUnread,
	mergeConflict,
	duplicateAnchor,
	fenceUnclosed,
	tableRow,
	tableUnread,
	headingUnread,
	headingEmpty,
	anchorUnread,
	markUnread,
	commandMarks,
	codeLanguageUnknown,
	partOutsideStep,
	directiveEmpty,
	itemUnread,
	duplicateId,
	orphan,
	hierarchyCycle,
	parentLevel,
	successorMissing,
	translationDiffers,
	nameCollision,
	routeCollision,
	outdatedReference,
	dateImpossible,
	workaroundExpired,
	permissionExpired,
	reviewOverdue,
	duplicateTitle,
	nearDuplicate,
	translationCommand,
	translationRisk,
	translationId,
	translationFact,
	translationAnchor,
	htmlDropped,
];

/**
 * Findings of one document by itself, at the codes' own severities; what mainstay.yaml says about
 * severities is applied later, so that the findings can be cached.
 */
export function checkDocument(context: Omit<DocumentRuleContext, 'report'>): Finding[] {
	return runDocumentRules(documentRules, context);
}

/** Each in the same form, which the engine is fastest with: they run on every document. */
const documentRules = rules
	.filter((rule) => rule.scope === 'document')
	.map(({ code, check }) => ({ code, check }));

/** Rules that compare every document with every other one: for when a writer rests, or another thread has compared. */
const likenessRules: readonly Rule[] = [nearDuplicate];
const otherRules = rules.filter((rule) => !likenessRules.includes(rule));

/** Findings that only the whole set can show, but for those of {@link checkLikeness}. */
export function checkGraph(context: Omit<GraphRuleContext, 'report'>): Finding[] {
	return runGraphRules(otherRules, context);
}

/** Findings of documents that say nearly the same. */
export function checkLikeness(context: Omit<GraphRuleContext, 'report'>): Finding[] {
	return runGraphRules(likenessRules, context);
}
