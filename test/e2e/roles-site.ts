import { buildSite } from './built-site.ts';
import { type OpenedSite, openSite } from './opened-site.ts';
import { type RolesProject, writeRolesProject } from './roles-project.ts';

/** The project of roles, built and served, with a browser. */
export interface RolesSite extends OpenedSite {
	readonly project: RolesProject;
}

export async function startRolesSite(): Promise<RolesSite> {
	const project = await writeRolesProject();
	return { project, ...(await openSite(await buildSite(project.root), project)) };
}
