// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.function.UnaryOperator;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.steps.text.Quantity;

/**
 * A column of an expectation table.
 *
 * @param name its title
 * @param canonical returns the one spelling of a cell; throws {@link IllegalArgumentException} when it makes no sense
 */
public record Column(String name, UnaryOperator<String> canonical) {
    /** Sizes, as in {@code 64 KiB}. */
    public static Column size(String name) {
        return new Column(name, text -> ByteText.size(Quantity.parse(text)));
    }

    /** Bus addresses. */
    public static Column address(String name) {
        return new Column(name, text -> Hex.of(Quantity.parse(text)));
    }

    /** Places in memory of the process, as in {@code B1+0x1000} or {@code B1}. */
    public static Column memory(String name) {
        return new Column(name, text -> Address.parse(text).toString());
    }

    /** Decimal numbers. */
    public static Column count(String name) {
        return new Column(name, text -> Long.toString(number(text)));
    }

    /** Words that mean themselves. */
    public static Column word(String name) {
        return new Column(name, text -> text);
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("expected a number, found \"" + text + "\"");
        }
        return Long.parseLong(text);
    }
}
