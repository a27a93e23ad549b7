import type { GlossaryRow } from './entry.ts';

/** How people say that something is wrong. */
export const PROBLEMS: readonly GlossaryRow[] = [
	['error|errors|error message', '错误|报错|出错|错误消息', '錯誤|報錯|出錯|錯誤訊息'],
	['failed|fail|fails|failure|failing|unsuccessful', '失败|不成功|没成功|不了', '失敗|不成功'],
	[
		'mismatch|does not match|do not match|discrepancy|inconsistent|differs',
		'不一致|不匹配|不符|对不上|不相符|有差异|不一样',
		'不一致|不匹配|不符|對不上|不相符|有差異',
	],
	[
		'missing|lost|disappeared|not found|cannot be found|gone|absent',
		'缺少|缺失|丢失|找不到|不见了|没了|没有出现|不存在|未找到',
		'缺少|遺失|找不到|不見了|不存在',
	],
	['cannot|unable to|can not|not possible|does not allow', '无法|不能|不可以|没法', '無法|不能|不可以'],
	['duplicate|duplicates|duplicated|duplicate key', '重复|重复键|重复记录|重复数据', '重複|重複鍵|重複資料'],
	['insufficient|not enough|shortage|deficit|short of', '不足|不够|短缺|缺乏', '不足|不夠|短缺'],
	[
		'stuck|hang|hung|hanging|frozen|not responding|blocked',
		'卡住|卡死|卡着不动|挂起|没反应|不动|停住|卡着',
		'卡住|卡死|當住|沒反應|停住',
	],
	[
		'slow|sluggish|slow response|takes too long|latency|performance degradation',
		'很慢|响应慢|太慢|卡顿|很卡|转圈|变慢|速度慢|缓慢',
		'很慢|響應慢|回應慢|太慢|卡頓|很久|緩慢',
	],
	[
		'down|not running|crashed|stopped|not started|unavailable|outage',
		'没起来|没启动|宕机|停了|未启动|不可用|挂了|停止运行|未运行',
		'沒起來|沒啟動|當機|停了|未啟動|無法使用|停止執行',
	],
	[
		'crash|crashes|crashing|crash loop|crash looping|keeps restarting|CrashLoopBackOff',
		'崩溃|闪退|反复重启|不断重启|循环重启',
		'當掉|閃退|反覆重啟|一直重新啟動',
	],
	['restart|reboot|restarted', '重启|重新启动', '重啟|重新啟動'],
	[
		'disconnect|disconnected|dropped connection|connection lost|terminated|aborted|interrupted',
		'断开|掉线|断线|中断|终止',
		'斷開|斷線|中斷|終止',
	],
	['closed|close|not open|shut', '已关闭|关闭|没有打开|未打开|未开', '已關閉|關閉|沒有開啟|未開啟'],
	['rejected|declined|refused|denied|reject', '被拒绝|拒绝|驳回|退回', '被拒絕|拒絕|駁回|退回'],
	['wrong|incorrect|invalid|not valid', '不正确|错误的|无效|不对', '不正確|錯誤的|無效|不對'],
	[
		'not received|did not arrive|not delivered|not sent',
		'没收到|未收到|没有收到|没进来|没有进来|未发送|发不出去|没有发送',
		'沒收到|未收到|沒進來|未傳送|寄不出去',
	],
	[
		'not displayed|not shown|not visible|does not appear|blank page|empty',
		'不显示|看不到|空白|未显示|显示不出来|为空',
		'不顯示|看不到|空白|未顯示',
	],
	[
		'not generated|not created|no result|nothing happens|no planned order',
		'没产生|未生成|没有生成|没有结果|没出来|没有产生|生成不了',
		'沒產生|未產生|沒有結果|沒出來',
	],
	[
		'exceeded|exceeds|over the limit|limit exceeded|too large|too big',
		'超过|超出|超限|过大|太大',
		'超過|超出|超限|過大|太大',
	],
	[
		'too many|excessive|too high|high usage|saturation|saturated',
		'过多|过高|太多|占用高|饱和|打满',
		'過多|過高|太多|飽和',
	],
	['almost full|nearly full|running out|low on', '快满|快满了|即将用完|快用完', '快滿|快滿了|即將用盡'],
	['delayed|late|overdue', '逾期|滞后|延误', '逾期|延誤|落後'],
	['cannot open|will not open|does not open', '打不开|无法打开|开不了', '打不開|無法開啟|開不了'],
	['cannot save|not saved|save failed', '保存不了|无法保存|不能保存|存不了', '無法儲存|不能儲存|存不了'],
	[
		'cannot post|posting failed|not posted|posting error',
		'不能过账|无法过账|过账失败|入不了账|过不了账|不能入账|过账错误|未过账',
		'不能過帳|無法過帳|過帳失敗|過帳錯誤',
	],
	[
		'cannot change|cannot edit|cannot modify|not editable|read-only|greyed out',
		'改不了|无法修改|不能修改|只读|灰色',
		'無法修改|不能修改|改不了|唯讀|反灰',
	],
	['cannot delete|not deleted|deletion not allowed', '删不掉|无法删除|不能删除', '無法刪除|不能刪除|刪不掉'],
	[
		'cannot ship|delivery blocked|cannot deliver',
		'发不了货|不能发货|无法发货|不能交货|无法创建交货',
		'無法出貨|不能出貨',
	],
	['cannot print|print failure|nothing prints', '打印不了|打不出来|印不出来|无法打印', '無法列印|印不出來'],
	['cannot upload|upload failed', '上传失败|上传不了|无法上传', '上傳失敗|無法上傳'],
	[
		'cannot log in|login failed|unable to sign in|login failure',
		'登录不了|登录不上|登录失败|无法登录|进不去系统',
		'無法登入|登入失敗|登不進去',
	],
	[
		'locked by another user|being edited|record is locked|object locked',
		'被用户锁定|单据被锁|被锁定|被占用|被他人锁定',
		'被使用者鎖定|單據被鎖|被佔用',
	],
	['corrupt|corrupted|damaged', '损坏|破损|数据损坏', '損毀|損壞'],
	['conflict|conflicts|collision', '冲突', '衝突'],
	[
		'unspecified error|unknown error|unexpected error',
		'未指定的错误|未知错误|意外错误',
		'未指定的錯誤|未知錯誤|意外錯誤',
	],
	['overflow|truncated|out of range', '溢出|截断|超出范围', '溢位|截斷|超出範圍'],
	[
		'troubleshoot|troubleshooting|diagnose|diagnosis|fix',
		'故障排查|排查|诊断|疑难解答|排错',
		'疑難排解|排查|診斷|排除',
	],
	[
		'miscalculated|wrong amount|incorrect amount|calculated incorrectly',
		'计算错误|算错|金额不对|金额错误',
		'計算錯誤|算錯|金額不對',
	],
	['garbage characters|question marks', '显示问号|方块字', '顯示問號'],
	['problem|problems|issue|issues|trouble', '问题|异常情况|毛病', '問題|異常情況|毛病'],
	[
		'solution|resolution|resolve|remediation|mitigation|workaround',
		'解决方法|解决方案|处理办法|临时措施|解决办法',
		'解決方法|解決方案|處理方式|因應措施',
	],
	['symptom|symptoms', '现象|症状|故障现象', '現象|症狀|徵狀'],
	['cause|root cause|reason', '原因|根本原因', '原因|根本原因|肇因'],
];
