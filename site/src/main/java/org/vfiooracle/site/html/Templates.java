// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of the pages, which the build has made classes of. */
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** Returns the text of a page: {@code name} is its template, and {@code page} is what that shows. */
    String page(String name, Frame frame, Object page) {
        StringOutput out = new StringOutput();
        engine.render(name + ".jte", Map.of("frame", frame, "page", page), out);
        return out.toString();
    }
}
