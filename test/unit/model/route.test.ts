import { expect, test } from 'vitest';
import { routeOfAddress } from '../../../src/model/index.ts';

test.each([
	['/docs/Old Page/', '/docs/old-page/'],
	['docs/库存', '/docs/库存/'],
	['/zh-CN/docs/a', '/zh-CN/docs/a/'],
	['/zh-cn/docs/a/', '/zh-CN/docs/a/'],
	['/', '/'],
])('the address %s is the route %s', (address, route) => {
	expect(routeOfAddress(address, ['en', 'zh-CN'])).toBe(route);
});
