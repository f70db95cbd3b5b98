// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import java.util.Optional;

/** What a call returned: a number, a new descriptor, an errno, or a word of a program. */
public sealed interface Answer {
    /** The call returned this number. */
    record Value(long value) implements Answer {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** The call returned a descriptor; which number it has is never recorded. */
    record Descriptor() implements Answer {
        @Override
        public String toString() {
            return "fd";
        }
    }

    /** The call failed with this errno. */
    record Failed(Errno errno) implements Answer {
        @Override
        public String toString() {
            return errno.name();
        }
    }

    /** The program or the hypervisor said this. */
    record Said(Word word) implements Answer {
        @Override
        public String toString() {
            return word.spelling();
        }
    }

    /** The usual success. */
    Answer OK = new Value(0);

    /** A new descriptor. */
    Answer FD = new Descriptor();

    /** Returns the answer that fails with {@code errno}. */
    static Answer of(Errno errno) {
        return new Failed(errno);
    }

    /** Returns the answer that is this word. */
    static Answer of(Word word) {
        return new Said(word);
    }

    /**
     * Reads an answer as fixtures and feature files spell it: {@code 0}, {@code 1}, {@code fd}, {@code EBUSY},
     * {@code H_PARAMETER}, {@code aborted}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    static Answer parse(String text) {
        if (text.equals("fd")) {
            return FD;
        }
        if (text.matches("-?[0-9]{1,18}")) {
            return new Value(Long.parseLong(text));
        }
        for (Errno errno : Errno.values()) {
            if (errno.name().equals(text)) {
                return new Failed(errno);
            }
        }
        Optional<Word> word = Word.find(text);
        if (word.isPresent()) {
            return new Said(word.get());
        }
        throw new IllegalArgumentException("expected a number, fd or an errno name, found \"" + text + "\"");
    }

    /** Tells whether the call succeeded: it returned a descriptor, a number, or a word of success. */
    default boolean succeeded() {
        return this instanceof Said said ? said.word().success() : !(this instanceof Failed);
    }
}
