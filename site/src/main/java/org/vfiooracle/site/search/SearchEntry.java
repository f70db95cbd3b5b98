// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.search;

/**
 * Something that can be found.
 *
 * @param kind what it is: {@code case}, {@code rule}, {@code call}, {@code answer}, {@code bug}, {@code program}, {@code page}
 * @param name its id or name
 * @param text its title or sentence
 * @param words further words that lead to it
 * @param to its page below the folder of the site
 */
public record SearchEntry(String kind, String name, String text, String words, String to) {}
