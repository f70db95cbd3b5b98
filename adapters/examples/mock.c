/* SPDX-License-Identifier: CC0-1.0 */
/* A small mock of VFIO on POWER9, as an adapter in C without libraries: copy it, and put your implementation in place of the calls.
 * --wrong KIND makes it wrong in one way, to show how that is reported: errno, swap (two errnos), window (one is missing on a
 * joined group), page (one page of locked memory), crash, hang, garbage or flood. Build: cc -o mock adapters/examples/mock.c */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NO_FLAGS "\"flags\":[\"0x0\"],\"pointer\":[]"
static const char START[] = "{\"type\":\"start\",\"protocol\":1,\"name\":\"mock-c\",\"version\":\"1\",\"platform\":"
	"\"phb4-linux-6.12.95-4k\",\"topologies\":[\"six-groups\"],\"observes\":[\"answer\",\"out\",\"locked_pages\",\"effects.window\","
	"\"effects.bypass\"],\"calls\":[\"open\",\"close\",\"VFIO_GROUP_UNSET_CONTAINER\",{\"op\":\"VFIO_GROUP_SET_CONTAINER\","
	"\"pointer\":[]},{\"op\":\"VFIO_SET_IOMMU\",\"type\":[7]},{\"op\":\"VFIO_IOMMU_SPAPR_REGISTER_MEMORY\",\"argsz\":[24]," NO_FLAGS
	"},{\"op\":\"VFIO_IOMMU_SPAPR_TCE_CREATE\",\"argsz\":[40],\"page_shift\":[16],\"window_size\":[\"0x40000000\"],\"levels\":[1],"
	NO_FLAGS "}],\"batch\":8,\"workers\":4}";
static const char *const WINDOWS[] = { "\"window\":0,\"start\":\"0x0\",\"size\":\"0x80000000\",\"page_shift\":12",
	"\"window\":1,\"start\":\"0x800000000000000\",\"size\":\"0x40000000\",\"page_shift\":16" };
static const long TABLES[] = { 2048, 64 }; /* pages of their tables, and of the kernel's own copies of them */

/* What a descriptor stands for: a group, which has an alias, or a container. A group that was closed is in no container. */
static struct file { char name[64], alias; int open, container, members, driver, windows; long pages; } files[64];
static long locked, limit, count;
static char effects[1 << 14], out[64];
static const char *wrong = "", *stopped;
static int is(const char *kind) { return !strcmp(wrong, kind); }

/* The value of a key, as a text without quotes; "" where there is none. */
static const char *value(const char *json, const char *key, char *into) {
	char quoted[64];
	const char *at = (snprintf(quoted, sizeof(quoted), "\"%s\":", key), strstr(json, quoted));
	size_t n = at ? strcspn(at += strlen(quoted) + (at[strlen(quoted)] == '"'), "\",}]") : 0;
	snprintf(into, 64, "%.*s", (int)n, at ? at : "");
	return into;
}

static struct file *find(const char *name) {
	for (struct file *f = files; f < files + count; f++) if (f->open && !strcmp(f->name, name)) return f;
	return NULL;
}

static void effect(const char *kind, char alias, const char *more) {
	snprintf(effects + strlen(effects), sizeof(effects) - strlen(effects), "%s{\"effect\":\"%s\",\"group\":\"%c\"%s%s}",
		*effects ? "," : "", kind, alias, *more ? "," : "", more);
}

static const char *misbehave(void) { /* the oracle blames the case, and starts a fresh adapter for the rest */
	if (is("crash")) abort();
	if (is("hang")) sleep(3600);
	if (is("garbage")) puts("mock.c: something is wrong here");
	while (is("flood")) printf("so much to say, ");
	return is("errno") ? "EBUSY" : "EINVAL";
}

static const char *leave(struct file *g) {
	struct file *c = &files[g->container - 1];
	if (!g->container) return "EINVAL";
	for (int i = 0; i < c->windows; i++) effect("window-unset", g->alias, i ? "\"window\":1" : "\"window\":0");
	effect("window-set", g->alias, WINDOWS[0]), effect("bypass-on", g->alias, ""), g->container = 0;
	if (--c->members) return "0";
	while (c->windows) locked -= TABLES[--c->windows];
	locked -= c->pages, c->driver = 0, c->pages = 0;
	return "0";
}

static const char *join(struct file *g, struct file *c) {
	if (!c) return "EBADF";
	if (g->container) return misbehave();
	if (c->alias) return "EBADFD";
	effect("bypass-off", g->alias, ""), effect("window-unset", g->alias, "\"window\":0");
	for (int i = 0; i < c->windows && !is("window"); i++) effect("window-set", g->alias, WINDOWS[i]);
	return g->container = (int)(c - files) + 1, c->members++, "0";
}

static const char *reg(struct file *c, const char *operation, const char *buffers) {
	char text[64], more[64], *plus;
	unsigned long size = strtoul(value(operation, "size", text), NULL, 16), start = 0, others = 0;
	if ((plus = strchr((char *)value(operation, "vaddr", text), '+'))) *plus = 0, start = strtoul(plus + 1, NULL, 16);
	const char *buffer = plus ? strstr(buffers, text) : NULL;
	if (start % 4096 || size % 4096) return "EINVAL";
	for (int i = 0; i < count; i++) others += files[i].pages;
	if (others || !size || !buffer || size > strtoul(value(buffer, "size", more), NULL, 16) - start)
		return stopped = "memory beside other memory, or beside a buffer";
	if (locked + (long)(size / 4096) > limit) return "ENOMEM";
	if (strcmp(value(buffer, "access", more), "rw")) return "EFAULT";
	c->pages = size / 4096, locked += c->pages - is("page");
	return "0";
}

static const char *create(struct file *c) {
	if (c->windows == 2) return "ENOSPC";
	for (; c->windows < 2; locked += TABLES[c->windows++]) {
		if (locked + TABLES[c->windows] > limit) return "ENOMEM";
		for (int i = count - 1; i >= 0; i--) /* the newest group first */
			if (files[i].container == (int)(c - files) + 1) effect("window-set", files[i].alias, WINDOWS[c->windows]);
	}
	return snprintf(out, sizeof(out), "\"out\":{\"start_addr\":\"0x800000000000000\"},"), "0";
}

static const char *perform(const char *o, const char *buffers) {
	char op[64], text[64];
	struct file *f = find(value(o, "on", text)), new = { .open = 1 };
	if (!strstr(START, value(o, "op", op))) return stopped = "an unknown call";
	if (!strcmp(op, "open")) {
		new.alias = *value(o, "group", text);
		for (int i = 0; i < count && new.alias; i++) if (files[i].open && files[i].alias == new.alias) return "EBUSY";
		if (new.alias == 'n') return "ENOENT";
		if (count == 64) return stopped = "too many files";
		return value(o, "as", new.name), files[count++] = new, "fd";
	}
	if (!f) return "EBADF";
	if (!strcmp(op, "close")) return f->open = 0, f->container ? leave(f) : "0";
	if (!f->alias && !f->driver && strcmp(op, "VFIO_SET_IOMMU")) return "EINVAL";
	if (!f->alias != !strstr(op, "GROUP")) return "ENOTTY";
	if (f->alias) return strstr(op, "UNSET") ? leave(f) : join(f, find(value(o, "container", text)));
	if (strstr(op, "SPAPR")) return strstr(op, "REGISTER") ? reg(f, o, buffers) : create(f);
	return f->members && !f->driver ? f->driver = 1, "0" : "EINVAL";
}

static void answer(char *message) {
	char id[64], text[64], *buffers = strstr(message, "\"process\""), *o = strstr(message, "\"operations\":["), *end;
	int steps = 0;
	value(message, "id", id), count = 0, locked = 0, stopped = NULL;
	if (!buffers || !o) { printf("{\"type\":\"skip\",\"id\":\"%s\",\"reason\":\"cannot read the case\"}\n", id); return; }
	limit = strstr(buffers, "CAP_IPC_LOCK") || *value(buffers, "memlock", text) == 'u' ? 1L << 60 : strtol(text, NULL, 16) / 4096;
	printf("{\"type\":\"answer\",\"id\":\"%s\",\"steps\":[", id);
	for (o = strchr(o, '{'); o; o = strchr(end + 1, '{')) {
		end = strchr(o, '}'), *end = 0, *effects = 0, *out = 0;
		const char *said = perform(o, buffers);
		if (stopped) break;
		if (is("swap")) said = !strcmp(said, "EINVAL") ? "EBUSY" : !strcmp(said, "EBUSY") ? "EINVAL" : said;
		const char *quote = *said == '0' ? "" : "\"";
		printf("%s{\"answer\":%s%s%s,%s\"locked_pages\":%ld,\"effects\":[%s]}", steps++ ? "," : "", quote, said, quote, out, locked, effects);
	}
	if (stopped) printf("],\"stopped\":{\"operation\":%d,\"reason\":\"%s\"}}\n", steps + 1, stopped);
	else puts("]}");
}

int main(int argc, char **argv) {
	static char line[1 << 20];
	wrong = argc == 3 && !strcmp(argv[1], "--wrong") ? argv[2] : "";
	while (fgets(line, sizeof(line), stdin) && !strstr(line, "\"type\":\"stop\"")) {
		if (strstr(line, "\"type\":\"start\"")) puts(START);
		else answer(line);
		fflush(stdout);
	}
	return 0;
}
