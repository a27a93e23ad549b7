import { checkProject } from './rules/mini-project.ts';
import { readFileSync } from 'node:fs';
const files = ['docs/processes/credit-check.md','docs/runbooks/stock-mismatch.md','docs/dev-notes/credit-hold.md','docs/system-logs/2026-11-02-auditor-permission-disable.md','docs/processes/order-to-cash.md'];
const cfg = 'languages: [zh-CN, en]\n';
let shown=0; const counts:Record<string,number>={};
for (const f of files) {
  const text = readFileSync(f,'utf8'); const lines = text.split('\n'); const end = lines.indexOf('---',1);
  const base = new Set(checkProject({'mainstay.yaml':cfg,'docs/a.md':text}).findings.map(x=>`${x.code} ${JSON.stringify(x.params)}`));
  for (let i=1;i<end;i++) for (const d of [-2,-1,1,2]) {
    const l = lines[i]!; const ind = l.length-l.trimStart().length;
    if (ind+d<0) continue;
    const copy=[...lines]; copy[i]=' '.repeat(ind+d)+l.trimStart();
    const found = checkProject({'mainstay.yaml':cfg,'docs/a.md':copy.join('\n')}).findings.filter(x=>x.code!=='MS502'&&!base.has(`${x.code} ${JSON.stringify(x.params)}`));
    const key = found.map(x=>x.code).sort().join('+'); counts[key]=(counts[key]??0)+1;
    if (found.length>1 && shown++<18) { console.log(f,i+1,d,copy.slice(i-1,i+2).join('\n')); for (const x of found.slice(0,5)) console.log('   ',x.code,x.range.start.line+':'+x.range.start.column,JSON.stringify(x.params)); }
  }
}
console.log(counts);
