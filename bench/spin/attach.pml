/* SPDX-License-Identifier: Apache-2.0
 *
 * Groups that join VFIO containers and leave them: what the alphabet "attach" of ./oracle explore does on a POWER9 with Linux 6.12,
 * written anew for SPIN. 4 groups, 3 containers, and what the kernel remembers of them: the groups of a container in the order in
 * which they joined, and those of its driver in the order in which they were attached. A container that is opened is the first that
 * does not live. With GROUPS=5 it is attach-5.yaml.
 */
#ifndef GROUPS
#define GROUPS 4
#endif
#define CONTAINERS 3
#define NONE 0

typedef List {
    byte at[GROUPS];
    byte n
}

bool open_group[GROUPS];
byte container_of[GROUPS]; /* NONE, or the number of the container and 1 */
bool open_container[CONTAINERS];
bool driver[CONTAINERS];
List joined[CONTAINERS];
List attached[CONTAINERS];

/* Helpers of one step, cleared again, so that they make no states of their own. */
hidden byte i;
hidden byte j;

inline append(list, group) {
    list.at[list.n] = group;
    list.n = list.n + 1
}

inline drop(list, group) {
    i = 0;
    j = 0;
    do
    :: i < list.n ->
        if
        :: list.at[i] != group -> list.at[j] = list.at[i]; j = j + 1
        :: else
        fi;
        i = i + 1
    :: else -> break
    od;
    if
    :: j < list.n -> list.n = j; list.at[j] = 0
    :: else
    fi
}

inline leave(g) {
    drop(joined[container_of[g] - 1], g);
    if
    :: driver[container_of[g] - 1] ->
        drop(attached[container_of[g] - 1], g);
        if
        :: joined[container_of[g] - 1].n == 0 -> driver[container_of[g] - 1] = false
        :: else
        fi
    :: else
    fi;
    container_of[g] = NONE
}

#define lives(c) (open_container[c] || joined[c].n > 0)

#define OF_CONTAINER(c, before) \
    :: atomic { !lives(c) && before -> open_container[c] = true } \
    :: atomic { open_container[c] -> open_container[c] = false } \
    :: atomic { open_container[c] && joined[c].n > 0 && !driver[c] -> set_driver(c) }

#define OF_GROUP(g) \
    :: atomic { !open_group[g] -> open_group[g] = true } \
    :: atomic { container_of[g] != NONE -> leave(g) } \
    :: atomic { open_group[g] && container_of[g] == NONE -> open_group[g] = false } \
    :: atomic { open_group[g] && container_of[g] != NONE -> leave(g); open_group[g] = false }

#define JOIN(g, c) \
    :: atomic { open_group[g] && container_of[g] == NONE && open_container[c] -> join(g, c) }

inline join(g, c) {
    container_of[g] = c + 1;
    append(joined[c], g);
    if
    :: driver[c] -> append(attached[c], g)
    :: else
    fi
}

/* The newest group of the container is attached first. */
inline set_driver(c) {
    driver[c] = true;
    i = joined[c].n;
    do
    :: i > 0 -> i = i - 1; append(attached[c], joined[c].at[i])
    :: else -> break
    od;
    i = 0
}

init {
    do
    OF_CONTAINER(0, true)
    OF_CONTAINER(1, lives(0))
    OF_CONTAINER(2, lives(0) && lives(1))
    OF_GROUP(0)
    OF_GROUP(1)
    OF_GROUP(2)
    OF_GROUP(3)
#if GROUPS > 4
    OF_GROUP(4)
#endif
    JOIN(0, 0)
    JOIN(0, 1)
    JOIN(0, 2)
    JOIN(1, 0)
    JOIN(1, 1)
    JOIN(1, 2)
    JOIN(2, 0)
    JOIN(2, 1)
    JOIN(2, 2)
    JOIN(3, 0)
    JOIN(3, 1)
    JOIN(3, 2)
#if GROUPS > 4
    JOIN(4, 0)
    JOIN(4, 1)
    JOIN(4, 2)
#endif
    od
}
