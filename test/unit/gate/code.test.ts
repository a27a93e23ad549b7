import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRegion } from '../../../src/gate/code/region.ts';
import { findSymbol } from '../../../src/gate/code/symbol.ts';

/** The lines that a symbol covers, as written. */
function symbol(path: string, text: string, name: string): string | undefined {
	const lines = text.split('\n');
	const span = findSymbol(lines, path, name);
	return span && lines.slice(span.first - 1, span.last).join('\n');
}

describe('a symbol', () => {
	const python = `import x

LIMIT = {
    "a": 1,
}

@hook
@other(1)
async def hold(
    doc,
    method=None,
):
    """Text

at the margin
"""
    if doc:
        return 1

    # still inside
    return 2
# outside

class Order(Base):
    def hold(self):
        return 3

    def release(self):
        return 4

def holder(): return 5
`;
	it.each([
		['hold', '@hook', '    return 2'],
		['Order', 'class Order(Base):', '        return 4'],
		['Order.hold', '    def hold(self):', '        return 3'],
		['Order.release', '    def release(self):', '        return 4'],
		['holder', 'def holder(): return 5', 'def holder(): return 5'],
		['LIMIT', 'LIMIT = {', '}'],
	])('of Python: %s', (name, first, last) => {
		const lines = symbol('a.py', python, name)?.split('\n') ?? [];
		expect([lines[0], lines.at(-1)]).toEqual([first, last]);
	});

	const typescript = `import { hold } from './x';
hold(1);
/** release() in a comment { */
export async function release<T extends { a: string }>(
	order: { id: string } = { id: '}' },
): Promise<{ b: number }> {
	return \`\${order.id} {\`;
}
export const check = (a: number): boolean => {
	return a > 1; // }
};
const limit = 5;
@Component({ selector: 'x' })
export class Order<T> extends Base {
	private total = 0;
	release(): void {
		hold(2);
	}
	get name(): string { return '' }
	handler = async () => {
		await x();
	};
}
export interface Hold { a: string }
const object = {
	submit: function () {
		return 1;
	},
};
`;
	it.each([
		['release', 'export async function release<T extends { a: string }>(', '}'],
		['check', 'export const check = (a: number): boolean => {', '};'],
		['limit', 'const limit = 5;', 'const limit = 5;'],
		['Order', "@Component({ selector: 'x' })", '}'],
		['Order.release', '	release(): void {', '	}'],
		['Order.handler', '	handler = async () => {', '	};'],
		['Hold', 'export interface Hold { a: string }', 'export interface Hold { a: string }'],
		['submit', '	submit: function () {', '	},'],
	])('of TypeScript: %s', (name, first, last) => {
		const lines = symbol('a.ts', typescript, name)?.split('\n') ?? [];
		expect([lines[0], lines.at(-1)]).toEqual([first, last]);
	});

	const java = `package erp;
public final class CreditHold extends Hold {
    @Override
    public Map<String, List<Integer>> release(final Order order) throws HoldException {
        String brace = "}";
        return map(order);
    }
    enum State { OPEN, HELD }
}
`;
	it.each([
		['CreditHold', 'public final class CreditHold extends Hold {', '}'],
		['CreditHold.release', '    @Override', '    }'],
		['State', '    enum State { OPEN, HELD }', '    enum State { OPEN, HELD }'],
	])('of Java: %s', (name, first, last) => {
		const lines = symbol('A.java', java, name)?.split('\n') ?? [];
		expect([lines[0], lines.at(-1)]).toEqual([first, last]);
	});

	const sql = `-- hold_open is created below
CREATE OR REPLACE VIEW erp.hold_open AS
SELECT 1;

create or alter procedure dbo.[release_hold] @id int as
begin
  update x set y = 1;
end
GO
CREATE TABLE IF NOT EXISTS hold (
  id int
);
`;
	it.each([
		['hold_open', 'CREATE OR REPLACE VIEW erp.hold_open AS', 'SELECT 1;'],
		['release_hold', 'create or alter procedure dbo.[release_hold] @id int as', 'end'],
		['hold', 'CREATE TABLE IF NOT EXISTS hold (', ');'],
	])('of SQL: %s', (name, first, last) => {
		const lines = symbol('a.sql', sql, name)?.split('\n') ?? [];
		expect([lines[0], lines.at(-1)]).toEqual([first, last]);
	});

	const abap = `CLASS zcl_hold DEFINITION.
  METHODS release.
ENDCLASS.
CLASS zcl_hold IMPLEMENTATION.
  METHOD release.
    x = 1.
  ENDMETHOD.
  METHOD zif_hold~check.
  ENDMETHOD.
ENDCLASS.
FORM check_hold USING p_order.
ENDFORM.
`;
	it.each([
		['ZCL_HOLD', 'CLASS zcl_hold IMPLEMENTATION.', 'ENDCLASS.'],
		['release', '  METHOD release.', '  ENDMETHOD.'],
		['ZCL_HOLD=>release', '  METHOD release.', '  ENDMETHOD.'],
		['zif_hold~check', '  METHOD zif_hold~check.', '  ENDMETHOD.'],
		['check_hold', 'FORM check_hold USING p_order.', 'ENDFORM.'],
	])('of ABAP: %s', (name, first, last) => {
		const lines = symbol('zcl_hold.clas.abap', abap, name)?.split('\n') ?? [];
		expect([lines[0], lines.at(-1)]).toEqual([first, last]);
	});

	it('is nothing where it is only used, or in a language that is not known', () => {
		expect(symbol('a.py', 'x = hold(1)\nhold(2)\n', 'hold')).toBeUndefined();
		expect(symbol('a.ts', 'hold(1);\nreturn hold(2);\nx.hold = 3;\n', 'hold')).toBeUndefined();
		expect(symbol('a.rb', 'def hold\nend\n', 'hold')).toBeUndefined();
		expect(symbol('a.py', 'def hold():\n  pass\n', 'Order.hold')).toBeUndefined();
	});

	it('may end on its own line, at a bracket of what is around it', () => {
		expect(symbol('a.java', 'x {\nclass Order }\n', 'Order')).toBe('class Order }');
	});

	it('never throws and stays within the text', () => {
		const part = fc.constantFrom(
			'def ',
			'class ',
			'x',
			'(',
			')',
			'{',
			'}',
			'"""',
			"'",
			'`',
			'/*',
			'\n',
			'  ',
			';',
			'@',
			'CREATE VIEW ',
			'METHOD ',
			'ENDMETHOD',
		);
		fc.assert(
			fc.property(
				fc.array(part, { maxLength: 60 }).map((parts) => parts.join('').split('\n')),
				fc.constantFrom('a.py', 'a.ts', 'a.java', 'a.sql', 'a.abap', 'a.json'),
				fc.constantFrom('x', 'x.y', '(', '[', 'a-b/c', ''),
				(lines, path, name) => {
					const span = findSymbol(lines, path, name);
					expect(!span || (span.first >= 1 && span.first <= span.last && span.last <= lines.length)).toBe(
						true,
					);
				},
			),
		);
	});
});

describe('a region', () => {
	it('lies between its two markers, in any kind of comment', () => {
		const lines = [
			'# mainstay:begin a',
			'one',
			'<!-- mainstay:begin b -->',
			'two',
			'// mainstay:end a',
			'-- mainstay:end b',
		];
		expect(findRegion(lines, 'a')).toEqual({ first: 2, last: 4 });
		expect(findRegion(lines, 'b')).toEqual({ first: 4, last: 5 });
		expect(findRegion(lines, 'c')).toBeUndefined();
		expect(findRegion(['mainstay:end a', 'mainstay:begin a'], 'a')).toBeUndefined();
	});
});
