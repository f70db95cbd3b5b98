/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "options.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char USAGE[] =
	"Performs the cases of one platform on this machine, and says which conform, as TAP (version 14).\n"
	"\n"
	"usage: runner [OPTION...] [ID...]\n"
	"\n"
	"ID is a case such as ATTACH-036, or the beginning of some: ATTACH. Without it, all cases are performed.\n"
	"\n"
	"  --probe            print which groups of this machine stand for those of the cases, and end\n"
	"  --group A=5[,B=6]  group 5 of this machine is A; without it, groups whose devices are bound to vfio-pci are found\n"
	"  --list             print the cases, and end\n"
	"  --dangerous        also perform what may hang this machine, or leave it changed until it is booted again\n"
	"  --no-locked        do not compare locked memory, where VmLck in /proc/self/status does not show it\n"
	"  --timeout SECONDS  for one case (default 60)\n"
	"\n"
	"Exit codes: 0 all that was compared conforms; 1 something differs, or nothing was compared; 2 wrong usage;\n"
	"3 this machine cannot go on. Run it as root, on a machine whose devices nobody else uses.\n";

static _Noreturn void refuse(const char *what, const char *found, const char *expected)
{
	fprintf(stderr, "runner: %s\n  found:    %s\n  expected: %s\n  --help shows the usage\n", what, found, expected);
	exit(2);
}

static int number_of(const char *text, const char *option, const char *expected)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (!isdigit((unsigned char)*text) || *end || value > 1000000)
		refuse(option, text, expected);
	return (int)value;
}

static void add_groups(struct options *options, char *list)
{
	char *rest = NULL;

	for (char *word = strtok_r(list, ",", &rest); word; word = strtok_r(NULL, ",", &rest)) {
		struct given *given = &options->given[options->given_count];
		char *equals = strchr(word, '=');

		if (!equals || equals == word || equals - word >= (long)sizeof(given->name))
			refuse("--group", word, "A=5, a group of the cases and the number of one of this machine");
		if (options->given_count == MAX_ALIASES)
			refuse("--group", word, "fewer groups");
		memcpy(given->name, word, (size_t)(equals - word));
		given->number = number_of(equals + 1, "--group", "a number, as in /sys/kernel/iommu_groups");
		options->given_count++;
	}
}

struct options options_read(int count, char **words)
{
	struct options options = { .limit_seconds = 60 };

	for (int i = 1; i < count; i++) {
		const char *word = words[i];
		bool more = i + 1 < count;

		if (!strcmp(word, "--help")) {
			fputs(USAGE, stdout);
			exit(0);
		} else if (!strcmp(word, "--list")) {
			options.list = true;
		} else if (!strcmp(word, "--probe")) {
			options.probe = true;
		} else if (!strcmp(word, "--dangerous")) {
			options.dangerous = true;
		} else if (!strcmp(word, "--no-locked")) {
			options.no_locked = true;
		} else if (!strcmp(word, "--timeout") && more) {
			options.limit_seconds = (unsigned)number_of(words[++i], "--timeout", "seconds, from 1");
			if (!options.limit_seconds)
				refuse("--timeout", words[i], "seconds, from 1");
		} else if (!strcmp(word, "--group") && more) {
			add_groups(&options, words[++i]);
		} else if (*word == '-') {
			refuse("unknown option, or one without its value", word, "an option that --help lists");
		} else if (options.only_count == MOST_ONLY) {
			refuse("too many cases", word, "fewer ids, or the beginnings of some");
		} else {
			options.only[options.only_count++] = word;
		}
	}
	return options;
}

bool options_ask_for(const struct options *options, const char *id)
{
	for (int i = 0; i < options->only_count; i++)
		if (!strncmp(id, options->only[i], strlen(options->only[i])))
			return true;
	return !options->only_count;
}
