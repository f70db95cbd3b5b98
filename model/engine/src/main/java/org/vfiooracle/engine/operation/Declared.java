// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record of an operation does not say by itself. Its components are the arguments of the call, in their order. All that
 * reads, writes or makes operations is derived from this: {@code org.vfiooracle.contract.declaration}. Source of numbers and
 * layouts: {@code <linux/vfio.h>}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Declared {
    /** The name of the call. */
    String name();

    /** What the call is made on. */
    HandleKind on() default HandleKind.NONE;

    /** The number of a request of VFIO; -1 for what is no request. */
    int nr() default -1;

    /** The size of the struct that the argument points to, in bytes; 0 where it points to none. */
    int size() default 0;

    /** How many bytes of the struct have to be there for the call to begin; all of them where it is left out. */
    int least() default -1;

    /** The driver whose request this is, where another driver has another one of this number. */
    Driver driver() default Driver.ANY;

    /** The fields that the call fills in. */
    Out[] out() default {};

    /** An argument that is always the same: it is written down, and is no component of the record. */
    Constant[] constant() default {};

    /** The driver of the IOMMU of a container. */
    enum Driver {
        ANY,
        SPAPR,
        TYPE1
    }

    /** When a call has filled in a field. */
    enum Told {
        /** When it has written it. */
        WRITTEN,
        /** When it is another value than the one that was passed in its place. */
        CHANGED,
        /** When a Type1 container answered, whatever the value is. */
        BY_TYPE1
    }

    /** A field that the call fills in. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Out {
        /** The field. */
        OutField value();

        /** Where it begins: in the struct, or in the capability. -1 where it is in neither. */
        int at() default -1;

        /** Its width in bytes. */
        int bytes() default 4;

        /** The number of the capability behind the struct that holds it; 0 where the struct does. */
        int capability() default 0;

        /** When it counts as filled in. */
        Told told() default Told.WRITTEN;
    }

    /** An argument that is always the same. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Constant {
        /** The key of the argument. */
        String key();

        /** Its value. */
        String value();
    }

    /** The component is 32 bits of the struct, which begin at this byte. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface U32 {
        /** The first byte. */
        int value();
    }

    /** The component is 64 bits of the struct, which begin at this byte. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface U64 {
        /** The first byte. */
        int value();
    }

    /** The component is the argument of the request: a number as it is, a name as a pointer to its characters. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Passed {}

    /** The component is left out where it is 0: few callers have a use for it. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Seldom {}

    /** How a component is written down, where its type does not tell. A string without this is a handle. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Spelled {
        /** The spelling. */
        Spelling value();
    }

    /** What a reader of the table of operations is told of a component. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Remark {
        /** The remark: a few words, with Markdown. */
        String value();
    }
}
