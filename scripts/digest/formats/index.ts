import type { Chat, ChatFormat } from '../message.ts';
import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { wecom } from './wecom.ts';

/** A platform is one file and one line. */
export const chats: Readonly<Record<ChatFormat, Chat>> = { dingtalk, wecom, feishu, slack, teams };

/** The platform whose robots live at a host. */
export function chatAt(host: string): ChatFormat | undefined {
	const found = Object.entries(chats).find(([, chat]) => chat.host.test(host));
	return found?.[0] as ChatFormat | undefined;
}
