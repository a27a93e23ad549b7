import * as z from 'zod';
import { choice, labelled, named } from '../meta.ts';
import { text, whole } from './basic.ts';

/** One entry of the risk register: class, likelihood and impact place it in the matrix. */
export const risk = named(
	z.strictObject({
		class: named(
			choice('riskClass', {
				technical: labelled('Technical', '技术', '技術'),
				business: labelled('Business', '业务', '業務'),
				people: labelled('People', '人员', '人員'),
			}),
			'Risk class',
			'风险类别',
			'風險類別',
		),
		likelihood: named(whole(1, 5), 'Likelihood', '可能性', '可能性'),
		impact: named(whole(1, 5), 'Impact', '影响程度', '影響程度'),
		mitigation: named(text(), 'Mitigation', '缓解措施', '緩解措施').optional(),
		residual: named(
			z.strictObject({
				likelihood: named(whole(1, 5), 'Likelihood', '可能性', '可能性'),
				impact: named(whole(1, 5), 'Impact', '影响程度', '影響程度'),
			}),
			'Residual risk',
			'剩余风险',
			'殘餘風險',
		).optional(),
	}),
	'Risk',
	'风险',
	'風險',
);
