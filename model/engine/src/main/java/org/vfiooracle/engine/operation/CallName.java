// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/** The declared names of calls, each read once: it is asked for at each call. */
final class CallName {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> kind) {
            return kind.getAnnotation(Declared.class).name();
        }
    };

    private CallName() {}

    /** The name of the calls of this record. */
    static String of(Class<?> kind) {
        return NAMES.get(kind);
    }
}
